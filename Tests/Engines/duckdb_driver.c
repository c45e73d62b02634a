// DuckDB as its Python package holds it, as an ADBC driver: the library wants Python's symbols beside it.
#include <dlfcn.h>
#include <stdint.h>

uint8_t AdbcDriverInit(int version, void *driver, void *error) {
  if (dlopen(PYTHON, RTLD_NOW | RTLD_GLOBAL) == 0) return 1;
  void *library = dlopen(DUCKDB, RTLD_NOW);
  if (library == 0) return 1;
  uint8_t (*init)(int, void *, void *);
  *(void **)&init = dlsym(library, "duckdb_adbc_init");
  return init == 0 ? 1 : init(version, driver, error);
}
