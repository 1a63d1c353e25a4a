// SQLite 3.40 or newer, as Debian's libsqlite3-dev packages it.
#include <sqlite3.h>
