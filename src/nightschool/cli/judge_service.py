"""`nightschool judge-service`: the sandbox for those who must not hold the container engine's socket."""

from __future__ import annotations

from nightschool.cli.app import ConfigOption, SetOption, app, read_config


@app.command(name="judge-service")
def judge_service(config: ConfigOption = None, set_: SetOption = None) -> None:
    """Run programs for workers with `sandbox.backend: service`, in this config's backend, until interrupted."""
    from nightschool.rust.toolchain import find_toolchain
    from nightschool.sandbox import open_sandbox
    from nightschool.sandbox.messages import Address
    from nightschool.sandbox.service import Service, serve

    settings = read_config(config, set_)
    address = Address.parse(settings.sandbox.service)
    folders = find_toolchain().read_only
    sandbox = open_sandbox(settings.sandbox, folders)
    service = Service(sandbox, settings.sandbox, folders, settings.judge.workers)
    sandbox.probe()
    with serve(service, address) as server:
        print(f"Judging in {sandbox.name} for whoever asks at {settings.sandbox.service}. Ctrl-C ends.", flush=True)
        server.serve_forever()
