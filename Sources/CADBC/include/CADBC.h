// The structures of ADBC 1.1 and of the Arrow C data and stream interfaces, as far as a query needs them, declared from
// their specifications (https://arrow.apache.org/docs/format/CDataInterface.html, …/CStreamInterface.html and
// https://arrow.apache.org/adbc/current/format/specification.html). A driver is a shared library that fills them.
#ifndef CADBC_H
#define CADBC_H

#include <stddef.h>
#include <stdint.h>

struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *);
  int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *);
  const char *(*get_last_error)(struct ArrowArrayStream *);
  void (*release)(struct ArrowArrayStream *);
  void *private_data;
};

struct AdbcDriver;

struct AdbcError {
  char *message;
  int32_t vendor_code;
  char sqlstate[5];
  void (*release)(struct AdbcError *);
  void *private_data;
  struct AdbcDriver *private_driver;
};

struct AdbcDatabase {
  void *private_data;
  struct AdbcDriver *private_driver;
};

struct AdbcConnection {
  void *private_data;
  struct AdbcDriver *private_driver;
};

struct AdbcStatement {
  void *private_data;
  struct AdbcDriver *private_driver;
};

/// A status; 0 is success.
typedef uint8_t AdbcStatus;

/// The functions of a driver in the order of the specification; what no query needs is a plain pointer.
struct AdbcDriver {
  void *private_data;
  void *private_manager;
  AdbcStatus (*release)(struct AdbcDriver *, struct AdbcError *);
  AdbcStatus (*DatabaseInit)(struct AdbcDatabase *, struct AdbcError *);
  AdbcStatus (*DatabaseNew)(struct AdbcDatabase *, struct AdbcError *);
  AdbcStatus (*DatabaseSetOption)(struct AdbcDatabase *, const char *, const char *, struct AdbcError *);
  AdbcStatus (*DatabaseRelease)(struct AdbcDatabase *, struct AdbcError *);
  void *ConnectionCommit;
  AdbcStatus (*ConnectionGetInfo)(
      struct AdbcConnection *, const uint32_t *, size_t, struct ArrowArrayStream *, struct AdbcError *);
  void *ConnectionGetObjects;
  void *ConnectionGetTableSchema;
  void *ConnectionGetTableTypes;
  AdbcStatus (*ConnectionInit)(struct AdbcConnection *, struct AdbcDatabase *, struct AdbcError *);
  AdbcStatus (*ConnectionNew)(struct AdbcConnection *, struct AdbcError *);
  AdbcStatus (*ConnectionSetOption)(struct AdbcConnection *, const char *, const char *, struct AdbcError *);
  void *ConnectionReadPartition;
  AdbcStatus (*ConnectionRelease)(struct AdbcConnection *, struct AdbcError *);
  void *ConnectionRollback;
  void *StatementBind;
  void *StatementBindStream;
  AdbcStatus (*StatementExecuteQuery)(
      struct AdbcStatement *, struct ArrowArrayStream *, int64_t *, struct AdbcError *);
  void *StatementExecutePartitions;
  void *StatementGetParameterSchema;
  AdbcStatus (*StatementNew)(struct AdbcConnection *, struct AdbcStatement *, struct AdbcError *);
  void *StatementPrepare;
  AdbcStatus (*StatementRelease)(struct AdbcStatement *, struct AdbcError *);
  AdbcStatus (*StatementSetOption)(struct AdbcStatement *, const char *, const char *, struct AdbcError *);
  AdbcStatus (*StatementSetSqlQuery)(struct AdbcStatement *, const char *, struct AdbcError *);
  void *StatementSetSubstraitPlan;
  // What ADBC 1.1 adds.
  void *ErrorGetDetailCount;
  void *ErrorGetDetail;
  void *ErrorFromArrayStream;
  void *DatabaseGetOption;
  void *DatabaseGetOptionBytes;
  void *DatabaseGetOptionDouble;
  void *DatabaseGetOptionInt;
  void *DatabaseSetOptionBytes;
  AdbcStatus (*DatabaseSetOptionDouble)(struct AdbcDatabase *, const char *, double, struct AdbcError *);
  AdbcStatus (*DatabaseSetOptionInt)(struct AdbcDatabase *, const char *, int64_t, struct AdbcError *);
  void *OfConnections[10];
  void *OfStatements[9];
  // A driver of a later version may clear more than it was asked for.
  void *spare[64];
};

/// Loads a shared library and lets it fill a driver.
///
/// Gives NULL, or what is wrong, which stays valid until the next call.
const char *cadbc_load(const char *path, const char *entry_point, struct AdbcDriver *driver, struct AdbcError *error);

/// What a child that reads a query is held to: it dies with its parent, leaves no core file, and uses so much memory
/// and processor time and no more. 0, or an errno value.
int cadbc_confine(uint64_t bytes, uint64_t seconds);

#endif
