-- Currencies of ISO 4217, in use and former, one row a currency.
CREATE VIEW v_currencies AS
SELECT
    currency.id       AS id,      -- ISO 4217 code
    currency.label_en AS name,    -- name in English (Unicode CLDR)
    currency.label_fr AS name_fr, -- name in French (Unicode CLDR)
    currency.until    AS until    -- year in which it ceased to be money; empty: it is in use
FROM currency
