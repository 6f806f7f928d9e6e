"""What people call the lines of a total."""

NAMES = {
    "new_jobs": "new jobs",
    "levels": "jobs as levels",
    "hires": "hires",
    "seats": "seats",
    "trainees": "trainees",
}
# With what has to be said beside a total.
LINES = NAMES | {
    "levels": "jobs as levels, in which people already there may be included",
    "hires": "hires, some of which replace people who leave",
}
