"""The recipe for Slurm that the guide shows, on a controller and three workers of this machine that no service of the system
knows of. One of the workers is killed with its steps, and another does what it had: the site is that of one run, byte for
byte. `make test-distributed` installs Slurm and munge."""
import getpass
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest

from cluster import ClusterTest
from projects import need_docgen

WORKERS = ["w1", "w2", "w3"]
PROGRAMS = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo", "unshare"]
# Debian has the daemons where only root looks.
PATH = os.environ["PATH"] + ":/usr/sbin:/sbin"
LIMIT = 120

# A worker is given up 10 s after it was last heard of, and what it had begins anew when its credentials have ended.
CONFIGURATION = """\
ClusterName=docgen
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket={folder}/munge.socket,cred_expire=10
SlurmdTimeout=10
ReturnToService=2
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool-%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
SlurmdParameters=config_overrides
SchedulerParameters=batch_sched_delay=0,sched_min_interval=100000,bf_interval=1
SchedulerType=sched/builtin
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
{nodes}
PartitionName=all Nodes=ALL Default=YES MaxTime=10 State=UP
"""


def setUpModule():
    need_docgen()
    missing = [program for program in PROGRAMS if not shutil.which(program, path=PATH)]
    if missing:
        raise unittest.SkipTest(f"no {missing[0]} here: 'make test-distributed' installs Slurm")


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [listener.getsockname()[1] for listener in sockets]
    for listener in sockets:
        listener.close()
    return ports


class SlurmTests(ClusterTest):
    PAGES = 1500

    def setUp(self):
        super().setUp()
        # The paths of sockets are short.
        self.cluster = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="slurm-", dir="/tmp")))
        self.environment |= {"PATH": f"{self.environment['PATH']}:/usr/sbin:/sbin",
                             "SLURM_CONF": str(self.cluster / "slurm.conf")}

    def run_program(self, *arguments):
        run = subprocess.run(arguments, cwd=self.folder, env=self.environment, capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        return run.stdout

    def log(self, name):
        path = self.cluster / f"{name}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def wait(self, what, condition, seconds=30):
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, f"{what}\n{self.log('slurmctld')[-3000:]}\n{self.log('w2')[-1000:]}")
            time.sleep(0.2)

    def start_cluster(self):
        """The processes of the workers."""
        folder, ports = self.cluster, free_ports(1 + len(WORKERS))
        nodes = "\n".join(f"NodeName={name} NodeHostname={socket.gethostname()} NodeAddr=127.0.0.1 Port={port} CPUs=4"
                          for name, port in zip(WORKERS, ports[1:]))
        (folder / "slurm.conf").write_text(CONFIGURATION.format(
            host=socket.gethostname(), user=getpass.getuser(), folder=folder, ports=ports, nodes=nodes))
        (folder / "state").mkdir()
        (folder / "munge.key").write_bytes(os.urandom(128))
        (folder / "munge.key").chmod(0o600)
        self.start("munged", "--foreground", "--force", f"--socket={folder}/munge.socket",
                   f"--key-file={folder}/munge.key", f"--pid-file={folder}/munge.pid", f"--seed-file={folder}/munge.seed",
                   f"--log-file={folder}/munge.log", log=folder / "munged.log")
        self.wait("munged answers", (folder / "munge.socket").exists)
        self.start("slurmctld", "-D", "-i", "-c", "-f", folder / "slurm.conf", log=folder / "slurmctld.log")
        workers = []
        for name in WORKERS:
            (folder / f"spool-{name}").mkdir()
            # All that a worker starts ends with it, as on a machine that loses its power.
            space = ["unshare", *([] if os.geteuid() == 0 else ["--user", "--map-current-user"]), "--pid", "--fork",
                     "--kill-child"]
            workers.append(self.start(*space, "slurmd", "-D", "-N", name, "-f", folder / "slurm.conf",
                                      log=folder / f"{name}.log"))
        self.wait("the workers are there", lambda: self.states().count("idle") == len(WORKERS))
        return workers

    def states(self):
        run = subprocess.run(["sinfo", "-h", "-N", "-o", "%t"], env=self.environment, capture_output=True, text=True)
        return run.stdout.split()

    def test_the_recipe_of_the_guide(self):
        start = time.monotonic()
        workers = self.start_cluster()
        (self.folder / "recipe.sh").write_text("set -e\n" + self.recipe("bash", "Slurm"))
        self.run_program("bash", "recipe.sh")
        records = self.folder / "public/.docgen/records"
        self.wait("some shards are done", lambda: records.exists() and len(list(records.iterdir())) >= 6)
        running = ["squeue", "-h", "-w", WORKERS[0], "-t", "R", "-o", "%A"]
        self.wait("a worker has a shard", lambda: self.run_program(*running))
        lost = self.run_program(*running).split()
        workers[0].kill()
        self.wait("all jobs are done", lambda: not self.run_program("squeue", "-h"), LIMIT)
        seconds = time.monotonic() - start
        print(f"Slurm: {seconds:.1f} s with the start of the cluster", file=sys.stderr)
        requeued = [line for line in self.log("slurmctld").splitlines() if "Requeuing JobId=" in line]
        self.assertTrue(any(f"({job})" in line for line in requeued for job in lost), requeued)
        self.expect_the_site_of_one_run()
        self.assertLess(seconds, LIMIT)
