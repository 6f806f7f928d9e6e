// What vega-interpreter.js needs of vega-util, which vega.min.js contains: it has to be loaded before.
export const { ascending, isString, DisallowedObjectProperties } = globalThis.vega;
