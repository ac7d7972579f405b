#!/usr/bin/python3
"""A server of desktop notifications for tests, on the session bus that the environment names.

Prints `ready`, then each notice as one JSON object a line. Needs Debian's python3-dbus and python3-gi.
"""
import json

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

NAME = "org.freedesktop.Notifications"


class Notices(dbus.service.Object):
    @dbus.service.method(NAME, in_signature="susssasa{sv}i", out_signature="u")
    def Notify(self, program, replaces, icon, title, body, actions, hints, timeout):
        print(json.dumps({"program": program, "title": title, "body": body, "actions": list(actions),
                          "hints": dict(hints)}), flush=True)
        return dbus.UInt32(1)


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
name = dbus.service.BusName(NAME, bus)
notices = Notices(bus, "/org/freedesktop/Notifications")
print("ready", flush=True)
GLib.MainLoop().run()
