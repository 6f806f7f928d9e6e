-- Currencies of ISO 4217, one row a currency.
CREATE VIEW v_currencies AS
SELECT
    currency.id       AS id,      -- ISO 4217 code
    currency.label_en AS name,    -- name in English (Unicode CLDR)
    currency.label_fr AS name_fr  -- name in French (Unicode CLDR)
FROM currency
