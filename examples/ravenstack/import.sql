-- Makes the database vigie.yml reads from the five CSV files of RavenStack. Run it in the folder they are in:
--
--   sqlite3 ravenstack.db < import.sql
--
-- Everything is imported as it stands, contradictions included. The views hold the joins, so that the queries in
-- vigie.yml stay short. Run it again and it starts afresh.

.bail on
.mode csv

DROP VIEW IF EXISTS ledger;
DROP VIEW IF EXISTS contract_days;
DROP VIEW IF EXISTS weekly_usage;
DROP TABLE IF EXISTS accounts;
DROP TABLE IF EXISTS subscriptions;
DROP TABLE IF EXISTS feature_usage;
DROP TABLE IF EXISTS support_tickets;
DROP TABLE IF EXISTS churn_events;

.import ravenstack_accounts.csv accounts
.import ravenstack_subscriptions.csv subscriptions
.import ravenstack_feature_usage.csv feature_usage
.import ravenstack_support_tickets.csv support_tickets
.import ravenstack_churn_events.csv churn_events

CREATE INDEX subscriptions_by_id ON subscriptions (subscription_id);
CREATE INDEX subscriptions_by_account ON subscriptions (account_id);

-- usage -> subscription -> account, a row an account and week. A week is dated by its Sunday, its last day, so that a
-- report of any day uses only what had happened by then.
CREATE VIEW weekly_usage AS
SELECT
  account_id,
  date(usage_date, 'weekday 0') AS week,
  sum(usage_count) AS uses,
  sum(error_count) AS errors,
  count(DISTINCT feature_name) AS features
FROM feature_usage JOIN subscriptions USING (subscription_id)
GROUP BY account_id, week;

-- subscription -> account: the seats and the ARR an account has under contract from each day on which either changes.
CREATE VIEW contract_days AS
WITH
  changes AS (
    SELECT account_id, start_date AS day, seats + 0 AS seats, arr_amount + 0 AS arr FROM subscriptions
    UNION ALL
    SELECT account_id, end_date, -seats, -arr_amount FROM subscriptions WHERE end_date <> ''
  ),
  days AS (SELECT account_id, day, sum(seats) AS seats, sum(arr) AS arr FROM changes GROUP BY account_id, day)
SELECT
  account_id,
  day,
  sum(seats) OVER past AS seats,
  sum(arr) OVER past AS arr,
  arr AS arr_change
FROM days
WINDOW past AS (PARTITION BY account_id ORDER BY day);

-- What happened, as outcomes: ARR rose or fell, a year's subscription ran into its next year, a churn event.
-- RavenStack's churn events leave the subscriptions running. The event is believed, and what the ledger says after it
-- is passed over until ARR rises again, which brings the customer back.
CREATE VIEW ledger AS
WITH
  known AS (
    SELECT account_id, day, CASE WHEN arr_change > 0 THEN 'expanded' ELSE 'contracted' END AS kind,
      arr - arr_change AS arr_before, arr AS arr_after, '' AS reason, 2 AS step
    FROM contract_days WHERE arr_change <> 0
    UNION ALL
    SELECT s.account_id, date(s.start_date, '+1 year'), 'renewed', '', '', '', 1
    FROM subscriptions s
    WHERE s.billing_frequency = 'annual' AND s.is_trial = 'False'
      AND date(s.start_date, '+1 year') <= '2024-12-31'
      AND (s.end_date = '' OR s.end_date > date(s.start_date, '+1 year'))
    UNION ALL
    SELECT account_id, churn_date, 'churned', '', 0, reason_code, 3
    FROM churn_events
  ),
  ordered AS (
    SELECT known.*,
      max(CASE WHEN kind = 'churned' THEN day END) OVER past AS churned_on,
      max(CASE WHEN kind = 'expanded' THEN day END) OVER past AS grew_on
    FROM known
    WINDOW past AS (PARTITION BY account_id ORDER BY day, step)
  )
SELECT account_id, day, kind, arr_before, arr_after, reason
FROM ordered
WHERE kind = 'churned' OR churned_on IS NULL OR grew_on > churned_on
ORDER BY account_id, day, step;
