#include "FakeDriver.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { batch_rows = 65536 };

static char mode[64] = "rows";
static int64_t rows_left = 3;
static int batches;
static int is_asked_for_version;

static int is(const char *name) { return strcmp(mode, name) == 0; }

static AdbcStatus fail(struct AdbcError *error, const char *words) {
  if (error != NULL) error->message = (char *)words;
  return 9;
}

static void free_schema(struct ArrowSchema *schema) { schema->release = NULL; }

static void free_array(struct ArrowArray *array) {
  for (int64_t child = 0; child < array->n_children; child += 1) {
    for (int buffer = 0; buffer < 3; buffer += 1) free((void *)array->children[child]->buffers[buffer]);
    free(array->children[child]->buffers);
    free(array->children[child]);
  }
  free(array->children);
  free(array->buffers);
  array->release = NULL;
}

static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *schema) {
  static struct ArrowSchema columns[3];
  static struct ArrowSchema *pointers[3] = {&columns[0], &columns[1], &columns[2]};
  (void)stream;
  if (is("no schema")) return EIO;
  memset(columns, 0, sizeof columns);
  columns[0] = (struct ArrowSchema){.format = "u", .name = "account_id", .release = free_schema};
  columns[1] = (struct ArrowSchema){.format = "tdD", .name = "date", .release = free_schema};
  columns[2] = (struct ArrowSchema){.format = is("odd type") ? "tin" : "l", .name = "logins", .release = free_schema};
  *schema = (struct ArrowSchema){
      .format = "+s", .name = "", .n_children = 3, .children = pointers, .release = free_schema};
  return 0;
}

static struct ArrowArray *column(int64_t length, int64_t buffers) {
  struct ArrowArray *array = calloc(1, sizeof *array);
  array->length = length;
  array->n_buffers = buffers;
  array->buffers = calloc(3, sizeof *array->buffers);
  return array;
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *array) {
  (void)stream;
  memset(array, 0, sizeof *array);
  batches += 1;
  if (is("hang")) pause();
  if (is("stop") && batches > 1) return EIO;
  if (is("crash") && batches > 1) raise(SIGSEGV);
  if (is("exit") && batches > 1) exit(3);
  if (is("panic")) {
    fprintf(stderr, "panic: the runtime of the driver gave up\nmore of it\n");
    abort();
  }
  if (is("memory")) {
    for (char *more; (more = malloc(1 << 24)) != NULL;) memset(more, 1, 1 << 24);
    return ENOMEM;
  }
  if (rows_left == 0) return 0;
  int64_t length = rows_left < batch_rows ? rows_left : batch_rows;
  struct ArrowArray *accounts = column(length, 3), *days = column(length, 2), *logins = column(length, 2);
  int32_t *ends = calloc(length + 1, sizeof *ends), *day = calloc(length, sizeof *day);
  char *letters = calloc(length, 8);
  int64_t *counts = calloc(length, sizeof *counts);
  for (int64_t row = 0; row < length; row += 1) {
    char id[9];
    snprintf(id, sizeof id, "A%07lld", (long long)(rows_left - row));
    memcpy(letters + 8 * row, id, 8);
    ends[row + 1] = (int32_t)(8 * (row + 1));
    day[row] = 20000 + (int32_t)(row % 700);
    counts[row] = row;
  }
  if (is("not utf-8")) letters[0] = (char)0xFF;
  if (is("backwards")) ends[1] = -8;
  accounts->buffers[1] = ends;
  accounts->buffers[2] = letters;
  days->buffers[1] = day;
  logins->buffers[1] = counts;
  if (is("no buffers")) logins->n_buffers = 1;
  if (is("short column")) days->length = length - 1;
  rows_left -= length;
  array->length = length;
  array->n_children = is("too few columns") ? 2 : 3;
  array->children = calloc(3, sizeof *array->children);
  array->children[0] = accounts;
  array->children[1] = days;
  array->children[2] = logins;
  array->buffers = calloc(1, sizeof *array->buffers);
  array->release = free_array;
  return 0;
}

static const char *last_error(struct ArrowArrayStream *stream) {
  (void)stream;
  return is("memory") ? "no memory is left" : "the server went away";
}

static void free_stream(struct ArrowArrayStream *stream) { stream->release = NULL; }

static AdbcStatus execute(
    struct AdbcStatement *statement, struct ArrowArrayStream *stream, int64_t *affected, struct AdbcError *error) {
  (void)statement, (void)affected;
  if (is_asked_for_version) return fail(error, "there is no such function");
  if (is("chatter")) {
    for (int line = 0; line < 100000; line += 1) {
      printf("the driver talks to whoever listens, line %d\n", line);
      fprintf(stderr, "and complains all the time, line %d\n", line);
    }
  }
  if (is("refuse")) return fail(error, "there is no table of that name, says hunter2");
  if (stream == NULL) return 0;
  *stream = (struct ArrowArrayStream){get_schema, get_next, last_error, free_stream, NULL};
  return 0;
}

static AdbcStatus set_option(struct AdbcDatabase *database, const char *key, const char *value, struct AdbcError *error) {
  (void)database;
  if (strcmp(key, "mode") == 0) {
    snprintf(mode, sizeof mode, "%s", value);
  } else if (strcmp(key, "rows") == 0) {
    rows_left = atoll(value);
  } else if (strcmp(key, "password") != 0) {
    return fail(error, "there is no such option");
  }
  return 0;
}

static AdbcStatus database_step(struct AdbcDatabase *database, struct AdbcError *error) {
  (void)database;
  return is("cannot open") ? fail(error, "the door is locked") : 0;
}

static AdbcStatus new_connection(struct AdbcConnection *connection, struct AdbcError *error) {
  (void)connection, (void)error;
  return 0;
}

static AdbcStatus open_connection(
    struct AdbcConnection *connection, struct AdbcDatabase *database, struct AdbcError *error) {
  (void)connection, (void)database, (void)error;
  return 0;
}

static AdbcStatus new_statement(
    struct AdbcConnection *connection, struct AdbcStatement *statement, struct AdbcError *error) {
  (void)connection, (void)statement, (void)error;
  return 0;
}

static AdbcStatus end_statement(struct AdbcStatement *statement, struct AdbcError *error) {
  (void)statement, (void)error;
  return 0;
}

static AdbcStatus set_query(struct AdbcStatement *statement, const char *query, struct AdbcError *error) {
  (void)statement, (void)error;
  is_asked_for_version = strcmp(query, "SELECT version()") == 0;
  return 0;
}

AdbcStatus AdbcDriverInit(int version, void *filled, struct AdbcError *error) {
  struct AdbcDriver *driver = filled;
  (void)version, (void)error;
  driver->DatabaseNew = database_step;
  driver->DatabaseInit = database_step;
  driver->DatabaseSetOption = set_option;
  driver->DatabaseRelease = database_step;
  driver->ConnectionNew = new_connection;
  driver->ConnectionInit = open_connection;
  driver->ConnectionRelease = new_connection;
  driver->StatementNew = new_statement;
  driver->StatementRelease = end_statement;
  driver->StatementSetSqlQuery = set_query;
  driver->StatementExecuteQuery = execute;
  return 0;
}
