-- Who is quoted, in which role, and for how many claims?
SELECT v_claim_parties.party_name AS speaker, v_officials.positions, COUNT(*) AS claims
FROM v_claim_parties
LEFT JOIN v_officials ON v_officials.id = v_claim_parties.party
WHERE v_claim_parties.role = 'said_by'
GROUP BY v_claim_parties.party, v_claim_parties.party_name, v_officials.positions
ORDER BY COUNT(*) DESC, v_claim_parties.party_name
