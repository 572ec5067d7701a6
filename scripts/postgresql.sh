#!/bin/sh
# postgresql.sh start FOLDER: start a server of our own, with no port, and print its DATABASE_URL.
# postgresql.sh stop FOLDER: stop it and remove the folder.
#
# For tests only: it does not wait for the disk, so a power cut would lose data. FOLDER must be new each
# time, short (its path is a socket's), and inside a folder that the user postgres may enter, such as /tmp.
set -eu

bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
folder=$2

if [ "$(id -u)" -eq 0 ]; then # the server refuses to run as root
  as() { setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; }
  owner="-o postgres -g postgres"
else
  as() { "$@"; }
  owner=
fi

case $1 in
start)
  install -d $owner -m 700 "$folder"
  as "$bin/initdb" -D "$folder/data" -A trust -E UTF8 --locale=C.UTF-8 -U test --no-sync \
    >/dev/null </dev/null
  as "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -s start -o "-c listen_addresses='' \
    -c unix_socket_directories=$folder -c fsync=off -c synchronous_commit=off -c full_page_writes=off" \
    >/dev/null </dev/null
  echo "postgresql://test@/postgres?host=$folder"
  ;;
stop)
  [ ! -d "$folder/data" ] || as "$bin/pg_ctl" -D "$folder/data" -m immediate -w -t 20 -s stop || true
  rm -rf "$folder"
  ;;
esac
