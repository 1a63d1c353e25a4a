// PostgreSQL's client library, 14 or newer, as Debian's libpq-dev packages it.
#include <libpq-fe.h>
