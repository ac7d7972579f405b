"""A real SMTP server on loopback for the tests of the mail channel (aiosmtpd).

Usage: smtp_server.py MODE [CERTIFICATE KEY]. Prints one JSON object a line: first the port, then each
mail that it took. Ends when its standard input is closed.
"""
import asyncio
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


def say(**event):
    print(json.dumps(event), flush=True)


class Handler:
    def __init__(self, mode):
        self.mode = mode
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.mode == "recipient-refused":
            return "550 5.1.1 no such user"
        if self.mode == "one-refused" and address.startswith("a@"):
            return f"550 5.1.1 <{address}> is gone"
        if self.mode == "one-put-off" and address.startswith("b@") and self.count == 0:
            return "451 4.7.1 try again later"
        if self.mode == "login-wanted":
            return "530 5.7.0 Authentication required"
        if self.mode == "greylisted" and self.count == 0:
            self.count += 1
            return "451 4.7.1 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        say(sender=envelope.mail_from, recipients=envelope.rcpt_tos, tls=session.ssl is not None,
            user=getattr(session, "auth_data", None) and session.auth_data.login.decode(),
            mail=envelope.original_content.decode())
        if self.mode == "drop-after-dot" and self.count == 1:
            server.transport.abort()
            return "250 never heard"
        if self.mode == "mail-refused":
            return "554 5.6.0 not this mail"
        if self.mode == "mail-delayed":
            return "452 4.3.1 no space"
        return "250 2.0.0 taken"


async def main():
    mode = sys.argv[1]
    options = {"enable_SMTPUTF8": False}
    if len(sys.argv) > 3:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[2], sys.argv[3])
        options.update(tls_context=context, require_starttls=True)
    if mode == "login":
        def check(server, session, envelope, mechanism, login):
            good = login.login == b"desk" and login.password == b"hush"
            return AuthResult(success=good, handled=good, auth_data=login)
        options.update(authenticator=check, auth_required=True)
    handler = Handler(mode)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, **options), "127.0.0.1", 0)
    say(port=server.sockets[0].getsockname()[1])
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
