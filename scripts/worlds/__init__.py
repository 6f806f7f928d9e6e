"""Simulated worlds whose truth is known, to judge what ocdb says of them (`make worlds`, docs/ledger.md).

`making` makes a world: places, companies and sites that grow and shrink (`growing`, `truth`), promises (`promising`,
`promised`), losses (`losing`), and the press that prints some of it (`pledging`, `reporting`, `following`). `curating`
turns the press into fixtures without an error, and `loading` takes them on the way of a load, without a database.
`judging` holds verdicts, evidence, rates and totals against the truth, `power` says how much could have been shown, and
`shrinking` and `showing` give the smallest world in which something is false.
"""
