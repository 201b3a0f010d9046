"""An OpenID Connect provider within a test: whoever signs in picks their identity from a list."""

import base64
import contextlib
import hashlib
import html
import json
import secrets
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = {"client_id": "simulator", "client_secret": "rahasia-" + secrets.token_hex(16)}
COOKIE_SECRET = "kue-" + "0123456789abcdef" * 2
KEY = RSAKey.generate_key(2048, {"kid": "satu"})


def secrets_file(path: Path, provider: str, app: str) -> tuple[str, ...]:
    """Write the secrets for an app at `app` that signs in at `provider`; return the options to load them."""
    settings = CLIENT | {
        "cookie_secret": COOKIE_SECRET,
        "redirect_uri": f"{app}/oauth2callback",
        "server_metadata_url": f"{provider}/.well-known/openid-configuration",
    }
    lines = ["[auth]", *(f"{name} = {json.dumps(value)}" for name, value in settings.items())]
    path.write_text("\n".join(lines))
    return (f"--secrets.files={path}",)


@contextlib.contextmanager
def provider(people: dict[str, dict]) -> Iterator[str]:
    """Run a provider on this computer and yield its address; `people` maps link texts to claims."""
    codes: dict[str, dict] = {}

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, parameters = urlsplit(self.path).path, dict(parse_qsl(urlsplit(self.path).query))
            if path == "/.well-known/openid-configuration":
                self.give(json.dumps(self.about()), "application/json")
            elif path == "/jwks":
                self.give(json.dumps({"keys": [KEY.as_dict(private=False)]}), "application/json")
            elif path == "/authorize" and parameters["client_id"] == CLIENT["client_id"]:
                ways = (f"/as?{urlencode(parameters | {'who': who})}" for who in people)
                links = (f'<p><a href="{html.escape(way)}">{who}</a>' for way, who in zip(ways, people))
                self.give(f"<title>Instansi</title>{''.join(links)}", "text/html")
            elif path == "/as":
                code = secrets.token_hex(16)
                codes[code] = parameters
                self.send_response(302)
                back = urlencode({"code": code, "state": parameters["state"]})
                self.send_header("Location", f"{parameters['redirect_uri']}?{back}")
                self.end_headers()
            else:
                self.send_error(404)

        def do_POST(self) -> None:
            body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            parameters = codes.pop(body["code"][0])
            verifier = hashlib.sha256(body["code_verifier"][0].encode()).digest()
            known = base64.b64encode(f"{CLIENT['client_id']}:{CLIENT['client_secret']}".encode()).decode()
            if base64.urlsafe_b64encode(verifier).rstrip(b"=").decode() != parameters["code_challenge"]:
                self.send_error(400)
            elif self.headers["Authorization"] != f"Basic {known}":
                self.send_error(401)
            else:
                now = int(time.time())
                claims = {"iss": address, "aud": CLIENT["client_id"], "iat": now, "exp": now + 600}
                claims |= {"nonce": parameters["nonce"], "sub": parameters["who"]} | people[parameters["who"]]
                token = jwt.encode({"alg": "RS256", "kid": "satu"}, claims, KEY)
                given = {"access_token": secrets.token_hex(16), "token_type": "Bearer", "expires_in": 600}
                self.give(json.dumps(given | {"id_token": token}), "application/json")

        def about(self) -> dict:
            return {
                "issuer": address,
                "authorization_endpoint": f"{address}/authorize",
                "token_endpoint": f"{address}/token",
                "jwks_uri": f"{address}/jwks",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }

        def give(self, content: str, kind: str) -> None:
            data = content.encode()
            self.send_response(200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield address
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
