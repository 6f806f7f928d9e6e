-- Identifiers: what outside registers call an operator, institution or official; one row an identifier.
CREATE VIEW v_identifiers AS
SELECT
    party_identifier.party_id || ' ' || party_identifier.scheme || ' '
        || party_identifier.value AS id,          -- party, register and value in one
    party_identifier.party_id     AS party,       -- slug of the party
    party.kind                    AS party_kind,  -- operator, institution or official
    party.name                    AS party_name,  -- name of that party
    party_identifier.scheme       AS scheme,      -- the register that gave it
    party_identifier.value        AS value        -- the identifier
FROM party_identifier
JOIN party ON party.id = party_identifier.party_id
