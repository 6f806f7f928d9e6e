"""Words for people: what tables hold as codes, as English sentences. Data formats keep the codes."""
