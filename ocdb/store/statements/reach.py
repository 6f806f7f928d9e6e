"""Which functions of a server a user's own statement would run, and the refusal of those that might do more than read.

Such a function is declared VOLATILE, as it has to be. None may be named. Nor may one stand behind a name: an aggregate
runs functions, a view holds calls, a domain checks its values, a type has operators and casts, a policy guards a table,
an argument has a default. What stands behind what, the server's catalogue tells.
"""

import re

from sqlalchemy import Connection, text

from ocdb.errors import SqlError
from ocdb.words.language import _

# Volatile because each call gives another answer, not because they do anything.
_HARMLESS = {
    *("array_sample", "array_shuffle", "random", "random_normal"),
    *("clock_timestamp", "timeofday", "current_query"),
    *("gen_random_uuid", "uuidv4", "uuidv7"),
}
# Not volatile, and not without effect: each call uses up one of the server's transaction numbers, or makes a value of a
# type that is named in a text, where nobody sees it.
_HARMFUL = {"txid_current", "pg_current_xact_id", "pg_input_is_valid", "pg_input_error_info"}
# What takes an argument of the type internal can't be called from SQL, and a trigger can't be called at all.
_VOLATILE = """
    SELECT DISTINCT proname FROM pg_catalog.pg_proc
    WHERE provolatile = 'v' AND NOT CAST('internal' AS regtype) = ANY (proargtypes)
    AND prorettype NOT IN (CAST('trigger' AS regtype), CAST('event_trigger' AS regtype))
"""
# The first object that isn't the server's own.
_OURS = 16384
_NAMED = "oid >= {ours} AND (lower({name}) = ANY (:words) OR {name} !~ '^[\\w$]+$' AND strpos(:sql, lower({name})) > 0)"
# From what is named to all that stands behind it. pg_depend has no row for what the server brings along: calls of its
# functions are read from where they are kept, which is in the columns of catalogues, and in trees of nodes.
_BEHIND = f"""
    WITH RECURSIVE reached (class, id) AS (
        SELECT class, id FROM (
            SELECT tableoid, oid FROM pg_catalog.pg_class WHERE {_NAMED.format(name="relname", ours=_OURS)}
            UNION ALL
            SELECT tableoid, oid FROM pg_catalog.pg_type WHERE {_NAMED.format(name="typname", ours=_OURS)}
            UNION ALL
            SELECT tableoid, oid FROM pg_catalog.pg_proc WHERE {_NAMED.format(name="proname", ours=_OURS)}
            UNION ALL  -- the operators and casts of a type are reached by it; these are of the server's own types
            SELECT tableoid, oid FROM pg_catalog.pg_operator
            WHERE oid >= {_OURS} AND oprleft < {_OURS} AND oprright < {_OURS} AND strpos(:sql, lower(oprname)) > 0
            UNION ALL
            SELECT tableoid, oid FROM pg_catalog.pg_cast
            WHERE oid >= {_OURS} AND castsource < {_OURS} AND casttarget < {_OURS}
        ) AS named (class, id)
        UNION
        SELECT behind.class, behind.id FROM reached CROSS JOIN LATERAL (
            SELECT refclassid, refobjid FROM pg_catalog.pg_depend
            WHERE classid = reached.class AND objid = reached.id AND refclassid IN (
                CAST('pg_catalog.pg_class' AS regclass), CAST('pg_catalog.pg_type' AS regclass),
                CAST('pg_catalog.pg_proc' AS regclass), CAST('pg_catalog.pg_operator' AS regclass)
            )
            UNION ALL
            SELECT r.tableoid, r.oid FROM pg_catalog.pg_rewrite AS r JOIN pg_catalog.pg_class AS c ON c.oid = r.ev_class
            WHERE c.tableoid = reached.class AND c.oid = reached.id AND c.relkind = 'v'
            UNION ALL
            SELECT tableoid, oid FROM pg_catalog.pg_policy
            WHERE reached.class = CAST('pg_catalog.pg_class' AS regclass) AND polrelid = reached.id
            UNION ALL
            SELECT CAST('pg_catalog.pg_type' AS regclass), reltype FROM pg_catalog.pg_class
            WHERE tableoid = reached.class AND oid = reached.id
            UNION ALL
            SELECT d.tableoid, d.oid FROM pg_catalog.pg_attrdef AS d
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
            WHERE reached.class = CAST('pg_catalog.pg_class' AS regclass) AND d.adrelid = reached.id
            AND a.attgenerated = 'v'
            UNION ALL
            SELECT tableoid, oid FROM pg_catalog.pg_constraint
            WHERE reached.class = CAST('pg_catalog.pg_type' AS regclass) AND contypid = reached.id
            UNION ALL
            SELECT tableoid, oid FROM pg_catalog.pg_cast
            WHERE oid >= {_OURS} AND reached.class = CAST('pg_catalog.pg_type' AS regclass)
            AND reached.id IN (castsource, casttarget)
            UNION ALL
            SELECT tableoid, oid FROM pg_catalog.pg_operator
            WHERE oid >= {_OURS} AND reached.class = CAST('pg_catalog.pg_type' AS regclass)
            AND reached.id IN (oprleft, oprright)
            UNION ALL
            SELECT CAST('pg_catalog.pg_proc' AS regclass), CAST(amproc AS oid) FROM pg_catalog.pg_amproc
            WHERE oid >= {_OURS} AND reached.class = CAST('pg_catalog.pg_type' AS regclass)
            AND reached.id IN (amproclefttype, amprocrighttype)
            UNION ALL
            SELECT tableoid, unnest(ARRAY[typarray, typelem, typrelid]) FROM pg_catalog.pg_type
            WHERE tableoid = reached.class AND oid = reached.id
            UNION ALL
            SELECT CAST('pg_catalog.pg_proc' AS regclass), CAST(castfunc AS oid) FROM pg_catalog.pg_cast
            WHERE tableoid = reached.class AND oid = reached.id
            UNION ALL
            SELECT CAST('pg_catalog.pg_proc' AS regclass), CAST(oprcode AS oid) FROM pg_catalog.pg_operator
            WHERE tableoid = reached.class AND oid = reached.id
            UNION ALL
            SELECT CAST('pg_catalog.pg_proc' AS regclass), CAST(unnest(ARRAY[
                aggtransfn, aggfinalfn, aggcombinefn, aggserialfn, aggdeserialfn,
                aggmtransfn, aggminvtransfn, aggmfinalfn
            ]) AS oid) FROM pg_catalog.pg_aggregate
            WHERE reached.class = CAST('pg_catalog.pg_proc' AS regclass) AND CAST(aggfnoid AS oid) = reached.id
            UNION ALL
            SELECT CAST('pg_catalog.pg_proc' AS regclass), CAST(call[1] AS oid) FROM (
                SELECT ev_action FROM pg_catalog.pg_rewrite WHERE tableoid = reached.class AND oid = reached.id
                UNION ALL
                SELECT conbin FROM pg_catalog.pg_constraint WHERE tableoid = reached.class AND oid = reached.id
                UNION ALL
                SELECT polqual FROM pg_catalog.pg_policy WHERE tableoid = reached.class AND oid = reached.id
                UNION ALL
                SELECT adbin FROM pg_catalog.pg_attrdef WHERE tableoid = reached.class AND oid = reached.id
                UNION ALL
                SELECT proargdefaults FROM pg_catalog.pg_proc WHERE tableoid = reached.class AND oid = reached.id
            ) AS kept (tree),
            regexp_matches(CAST(tree AS text), '\\:\\w*(?\\:funcid|fnoid|RangeFunc) (\\d+)', 'g') AS call
        ) AS behind (class, id)
        WHERE reached.id >= {_OURS} AND behind.id <> 0
    )
    SELECT DISTINCT proname, CAST(CAST(oid AS regproc) AS text) FROM reached JOIN pg_catalog.pg_proc ON oid = id
    WHERE class = CAST('pg_catalog.pg_proc' AS regclass) AND (provolatile = 'v' OR proname = ANY (:harmful))
    AND NOT CAST('internal' AS regtype) = ANY (proargtypes)
    ORDER BY 2
"""


def refuse_doing_more(connection: Connection, sql: str) -> None:
    r"""Refuse a statement in which a volatile function is named or stands behind a name, also where it only looks so.

    Names can't be hidden: they stand in the statement as they are, in any case, or in quotation marks. Where they could
    be written in escapes, as in U&"\0070g_sleep", the statement is refused.

    Raises:
        SqlError: it would run such a function.
    """
    folded = sql.lower().replace('""', '"')
    if re.search(r'u&\s*"', folded):
        raise SqlError(_('the statement has names in escapes (U&"...")'), _("Write the names as they are."))
    words = set(re.findall(r"[\w$]+", folded))
    _refuse_named(connection, folded, words)
    given = {"words": sorted(words), "sql": folded, "harmful": sorted(_HARMFUL)}
    connection.execute(text("SET LOCAL jit = off"))  # to compile this takes longer than to run it
    behind = [function for name, function in connection.execute(text(_BEHIND), given) if name not in _HARMLESS]
    connection.execute(text("SET LOCAL jit TO DEFAULT"))
    if behind:
        message = _("a name in the statement runs {function}, a function that might do more than read")
        hint = _("Do without that view, type, operator or aggregate, or declare the function STABLE.")
        raise SqlError(message.format(function=behind[0]), hint)


def _refuse_named(connection: Connection, folded: str, words: set[str]) -> None:
    volatile = {name.lower() for (name,) in connection.execute(text(_VOLATILE))} - _HARMLESS | _HARMFUL
    odd = {name for name in volatile if not re.fullmatch(r"[\w$]+", name) and name in folded}
    if named := sorted(volatile & words | odd):
        message = _("{function} is a function that might do more than read").format(function=named[0])
        raise SqlError(message, _("Leave the word out, even in texts. If it is your own function, declare it STABLE."))
