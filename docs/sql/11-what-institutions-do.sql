-- What do public bodies and trade shows do at events?
SELECT v_claim_parties.party_name AS institution, v_claim_parties.role, COUNT(*) AS events
FROM v_claim_parties
WHERE v_claim_parties.party_kind = 'institution' AND v_claim_parties.claim_kind = 'event'
GROUP BY v_claim_parties.party_name, v_claim_parties.role
ORDER BY COUNT(*) DESC, v_claim_parties.party_name, v_claim_parties.role
LIMIT 10
