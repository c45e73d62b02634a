-- Makes the database that vigie.yml reads from five CSV files of OULAD. Run it in the folder they are in:
--
--   sqlite3 oulad.db < import.sql
--
-- Days are numbers in OULAD, counted from the first day of each course. Here they become calendar days, with a Monday
-- for every first day. A blank cell and one with a question mark are both no value. Run it again and it starts afresh.

.bail on
.mode csv

DROP TABLE IF EXISTS student_info;
DROP TABLE IF EXISTS student_registration;
DROP TABLE IF EXISTS student_assessment;
DROP TABLE IF EXISTS assessments;
DROP TABLE IF EXISTS courses;
DROP TABLE IF EXISTS first_days;
DROP TABLE IF EXISTS enrolments;
DROP TABLE IF EXISTS work;
DROP TABLE IF EXISTS weeks;

.import studentInfo.csv student_info
.import studentRegistration.csv student_registration
.import studentAssessment.csv student_assessment
.import assessments.csv assessments
.import courses.csv courses

-- OULAD names the month, B for February and J for October, and not the day. These are the Mondays picked.
CREATE TABLE first_days (code_presentation TEXT PRIMARY KEY, monday TEXT);
INSERT INTO first_days VALUES
  ('2013B', '2013-02-04'), ('2013J', '2013-10-07'), ('2014B', '2014-02-03'), ('2014J', '2014-10-06');

-- A student in a course, which is an account. `withdrew` is the day of the course on which the student left.
CREATE TABLE enrolments AS
SELECT
  code_module || '-' || code_presentation || '-' || id_student AS account_id,
  code_module, code_presentation, id_student, region, age_band, final_result,
  studied_credits + 0 AS credits,
  num_of_prev_attempts + 0 AS attempts,
  monday,
  module_presentation_length + 0 AS length,
  CASE WHEN date_registration GLOB '*[0-9]*' THEN date_registration + 0 END AS registered,
  CASE WHEN date_unregistration GLOB '*[0-9]*' THEN date_unregistration + 0 END AS withdrew
FROM student_registration
  JOIN student_info USING (code_module, code_presentation, id_student)
  JOIN courses USING (code_module, code_presentation)
  JOIN first_days USING (code_presentation);
CREATE UNIQUE INDEX enrolment ON enrolments (account_id);

-- Each piece of work that a student had to hand in on a known day. Exams are left out: they are at the very end.
-- A mark is taken to be known a fortnight after the work was due or handed in, whichever is later.
CREATE TABLE work AS
SELECT
  e.account_id,
  a.date + 0 AS due,
  CASE WHEN s.date_submitted GLOB '*[0-9]*' THEN s.date_submitted + 0 END AS handed_in,
  CASE WHEN s.score GLOB '*[0-9]*' THEN s.score + 0 END AS mark,
  max(a.date + 0, s.date_submitted + 0) + 14 AS marked,
  -- Results that were carried over from an earlier attempt are handed in, but neither early nor late.
  CASE WHEN s.is_banked = 'False' THEN s.date_submitted - a.date END AS days_late
FROM enrolments e
  JOIN assessments a
    ON a.code_module = e.code_module AND a.code_presentation = e.code_presentation
    AND a.assessment_type <> 'Exam' AND a.date GLOB '*[0-9]*'
  LEFT JOIN student_assessment s ON s.id_assessment = a.id_assessment AND s.id_student = e.id_student;
CREATE INDEX work_of_account ON work (account_id);

-- What was known at the end of each week of a course, for as long as the student was in it. A row holds nothing that
-- was handed in, marked or decided after its Sunday, and there is no row from the day of a withdrawal on.
CREATE TABLE weeks AS
WITH RECURSIVE
  sundays (sunday) AS (SELECT 6 UNION ALL SELECT sunday + 7 FROM sundays WHERE sunday < 300),
  known AS (
    SELECT
      e.account_id, e.monday, sunday, due, mark, marked, days_late,
      CASE WHEN handed_in <= sunday THEN handed_in END AS handed_in
    FROM enrolments e
      JOIN sundays ON sunday >= coalesce(registered, 0) AND sunday < min(length, coalesce(withdrew, length))
      JOIN work w ON w.account_id = e.account_id AND due <= sunday
  ),
  latest AS (
    SELECT *, max(CASE WHEN handed_in IS NOT NULL THEN due END) OVER (PARTITION BY account_id, sunday) AS last_met
    FROM known
  )
SELECT
  account_id,
  date(monday, sunday || ' days') AS date,
  count(*) AS due,
  count(handed_in) AS handed_in,
  sum(due > sunday - 56) AS due_8w,
  sum(due > sunday - 56 AND handed_in IS NOT NULL) AS handed_in_8w,
  sum(due > coalesce(last_met, -1)) AS missed_in_a_row,
  avg(CASE WHEN handed_in IS NOT NULL THEN days_late END) AS days_late,
  avg(CASE WHEN marked <= sunday THEN mark END) AS marks
FROM latest
GROUP BY account_id, sunday;

DROP TABLE student_info;
DROP TABLE student_registration;
DROP TABLE student_assessment;
