#define _GNU_SOURCE
#include "CADBC.h"

#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static const int version_1_1 = 1001000;

const char *cadbc_load(const char *path, const char *entry_point, struct AdbcDriver *driver, struct AdbcError *error) {
  static char problem[1024];
  memset(driver, 0, sizeof *driver);
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return dlerror();
  AdbcStatus (*init)(int, void *, struct AdbcError *);
  *(void **)&init = dlsym(library, entry_point);
  if (init == NULL) {
    snprintf(problem, sizeof problem, "it has no function %s, so that it is no ADBC driver, or its manifest names another entry point", entry_point);
    return problem;
  }
  AdbcStatus status = init(version_1_1, driver, error);
  if (status == 0 && driver->StatementExecuteQuery != NULL) return NULL;
  const char *words = error->message != NULL ? error->message : "it does not speak ADBC 1.1";
  snprintf(problem, sizeof problem, "%s", words);
  return problem;
}

static int limit(int resource, uint64_t value) {
  struct rlimit limits;
  if (getrlimit(resource, &limits) != 0) return errno;
  if (limits.rlim_cur == RLIM_INFINITY || limits.rlim_cur > value) limits.rlim_cur = value;
  return setrlimit(resource, &limits) == 0 ? 0 : errno;
}

int cadbc_confine(uint64_t bytes, uint64_t seconds) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return errno;
  int failure = limit(RLIMIT_CORE, 0);
  // Address space is only reserved, gigabytes of it by some runtimes; what is counted is what can be written.
  if (failure == 0) failure = limit(RLIMIT_DATA, bytes);
  if (failure == 0) failure = limit(RLIMIT_CPU, seconds);
  return failure;
}
