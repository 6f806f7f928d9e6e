-- Kin of operators: whom a question about an operator takes in, itself included; one row an operator and one of them.
CREATE VIEW v_operator_kin AS
SELECT
    operator_kin.operator_id || ' ' || operator_kin.other_id AS id,  -- both slugs in one
    operator_kin.operator_id AS operator,                            -- slug of the operator that is asked about
    operator.name            AS operator_name,                       -- name of that operator
    operator_kin.other_id    AS other,                               -- slug of the operator that is taken in
    other.name               AS other_name,                          -- name of that operator
    operator_kin.relation    AS relation,                            -- same: under any of its names; successor
    operator_kin.successions AS successions                          -- slugs of the successions on the way
FROM operator_kin
JOIN party AS operator ON operator.id = operator_kin.operator_id
JOIN party AS other ON other.id = operator_kin.other_id
