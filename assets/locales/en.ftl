app-name = Liucheng Viewer

### Dossier

## What a figure measures: row and field

label-row = { $row }, { $second }
label-fact = { $row }: { $second }
label-capacity = { $row }, capacity for { $second }
label-named = { $row }, product named: { $second }

field-full-name = registered name
field-alias = other name
field-stage = stage
field-investment = planned total investment
field-output = expected yearly output
field-jobs = jobs
field-planned = planned
field-built = built
field-unclear = planned or built, not said which
field-completed = cases completed
field-days = time limit
field-visits = visits
field-powers-total = approval powers taken over
field-powers-direct = powers decided directly
field-powers-entrusted = powers entrusted
field-approvals-completed = approvals completed
field-settled = date settled
field-ground-broken = date ground was broken
field-completed-date = date completed
field-started = date production started

## How a date was found, and what stands beside a figure

resolution-relative = '{ $text }' is counted from the day of publication, { $published }, and means { $date }.
resolution-inferred = '{ $text }' gives no year; { $date } is inferred.
resolution-report = '{ $text }' means the time of publication, { $date }.
resolution-unclear = The report does not say which time '{ $text }' means.
note-condition = Condition: { $text }.
note-scope = Scope: { $text }.

## Checks

check-listed = { $count } listed
check-rounding = The printed number stands for anything from { $low } to { $high }, and the result lies within.
open-no-number = One of them has no number or date to work with.
open-unlike = They measure different things, or count with different words.
open-loose = An approximate number or a bound leaves it open.
open-by-zero = It divides by zero.
open-too-large = The numbers are too large to work with.
