#include <sqlite3.h>

// Names in double quotes are columns and nothing else; SQLite takes one that there is not for a text. The call has a
// variable list of arguments, which Swift cannot make.
static inline int csqlite_forbid_texts_in_double_quotes(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
}
