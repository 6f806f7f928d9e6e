-- Retired slugs: slugs that are no longer in use, and what to use instead; one row a slug.
CREATE VIEW v_retired AS
SELECT
    retired_slug.id        AS id,         -- the old slug
    retired_slug.successor AS successor,  -- the slug to use instead, of whatever kind
    retired_slug.reason    AS reason,     -- why it was retired
    retired_slug.reason_fr AS reason_fr   -- the same in French
FROM retired_slug
