"""The whole house, started as people start it: set up, filled with the invented municipality, and served."""

import os
import subprocess
from collections.abc import Iterator

import pytest
from tests.serving import RAADHUS, Served, free_port, wait_for


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("served")
    environment = os.environ | {"RAADHUS_HOME": str(home)}
    environment.pop("DATABASE_URL", None)

    def raadhus(*command: str) -> str:
        done = subprocess.run(
            [RAADHUS, *command],
            env=environment,
            check=True,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return done.stdout

    raadhus("setup")
    said = raadhus("demo", "--if-empty")
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    log = (home / "server.log").open("wb")
    with (
        log,
        subprocess.Popen(
            [RAADHUS, "serve", "--port", str(port)], env=environment, stdout=log, stderr=log
        ) as process,
    ):
        wait_for(address, process)
        yield Served(address, said, environment)
        process.terminate()
