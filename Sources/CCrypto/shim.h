// OpenSSL 1.1 or newer, as Debian's libssl-dev packages it (libpq-dev brings it along).
#include <openssl/sha.h>
