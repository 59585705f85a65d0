"""The command that keeps judge, policy and model warm: serve."""

from __future__ import annotations

from nightschool.cli.app import ConfigOption, SetOption, app, read_config


@app.command()
def serve(config: ConfigOption = None, set_: SetOption = None) -> None:
    """Serve repairs and the champion over HTTP until interrupted (docs/serve.md); `fix` and `lsp` use it too.

    On loopback with a token, and on the socket file var/run/serve.sock. JSON logs go to standard error.
    """
    from nightschool.serving.place import TOKEN, socket_file, token_file, token_of
    from nightschool.serving.run import serve as run

    settings = read_config(config, set_)
    token, made = token_of(settings)

    def told(url: str) -> None:
        print(f"Serving at {url} and {socket_file(settings)}. Ctrl-C ends.", flush=True)
        if made:
            print(f"Token, shown this once and kept in {token_file(settings)}: {token}", flush=True)
        else:
            print(f"Token: as in {TOKEN}, or in {token_file(settings)}.", flush=True)

    run(settings, token, told)
