/** The profile of a run without one: orders of magnitude for a 64-bit machine with Linux and CPython 3.11. */
import {type ByIdleTime, COSTS, type CostName} from "./costs.ts";
import {type Cost, PROFILE_FORMAT, type Profile} from "./profile.ts";

const guess = (value: number | readonly number[] | ByIdleTime): Cost => ({
  value,
  provenance: "default",
  where: "nobody measured it"
});
const FAIR = "Linux 5.15, kernel/sched/fair.c";
const documented = (value: number, where: string): Cost => ({value, provenance: "documented", where});

const costs: Record<CostName, Cost> = {
  bytecode_move_ps: guess(3000),
  bytecode_jump_ps: guess(4000),
  bytecode_arithmetic_ps: guess(12000),
  bytecode_compare_ps: guess(10000),
  bytecode_name_ps: guess(6000),
  bytecode_attribute_ps: guess(15000),
  bytecode_item_ps: guess(18000),
  bytecode_call_ps: guess(30000),
  bytecode_return_ps: guess(10000),
  bytecode_iterate_ps: guess(12000),
  bytecode_build_ps: guess(25000),
  bytecode_other_ps: guess(20000),
  atomic_ns: guess(8),
  transfer_ns: guess(60),
  futex_wait_ns: guess(500),
  futex_wake_none_ns: guess(250),
  futex_wake_ns: guess(500),
  thread_start_ns: guess(15000),
  context_switch_ns: guess(1300),
  migration_ns: guess(1500),
  wake_idle_ns: guess([[0, [1800, 2300, 2600, 2900, 3300, 3800, 4500, 6000, 9000, 20000, 60000]]]),
  wake_busy_ns: guess([1500, 1900, 2200, 2500, 2800, 3200, 3800, 5000, 8000, 20000, 100000]),
  interrupt_idle_ns: guess([[0, [700]]]),
  interrupt_busy_ns: guess(700),
  timeout_overshoot_ns: guess([
    20000, 54000, 56000, 58000, 60000, 62000, 66000, 72000, 85000, 120000, 400000
  ]),
  system_call_ns: guess(250),
  clock_ns: guess(40),
  pipe_ns: guess(900),
  socket_send_ns: guess(4500),
  socket_receive_ns: guess(1500),
  socket_connect_ns: guess(12000),
  client_ns: guess(5000),
  digest_byte_ps: guess(COSTS.digest_byte_ps.otherwise),
  deflate_byte_ps: guess(COSTS.deflate_byte_ps.otherwise),
  poll_ns: guess(900),
  signal_ns: guess([2000, 4000, 6000, 9000, 15000, 40000]),
  tick_ns: documented(4_000_000, "Linux, CONFIG_HZ=250"),
  away_ns: documented(0, "a computer without a host: Linux, include/linux/sched.h, available_idle_cpu"),
  hot_ns: documented(500_000, "Linux, kernel/sched/fair.c, sysctl_sched_migration_cost"),
  eevdf_slice_ns: documented(
    1_400_000,
    "Linux 6.18, kernel/sched/fair.c, sysctl_sched_base_slice, two cores"
  ),
  fair_latency_ns: documented(12_000_000, `${FAIR}, sysctl_sched_latency, two cores`),
  fair_slice_ns: documented(1_500_000, `${FAIR}, sysctl_sched_min_granularity, two cores`),
  fair_wakeup_ns: documented(2_000_000, `${FAIR}, sysctl_sched_wakeup_granularity, two cores`),
  fair_credit_ns: documented(6_000_000, `${FAIR}, place_entity with GENTLE_FAIR_SLEEPERS, two cores`),
  decay_slice_ns: documented(10_000_000, "xnu, osfmk/kern/sched_prim.c, standard quantum"),
  decay_half_ns: documented(184_000_000, "xnu, osfmk/kern/priority.c: 5/8 of it is left after each 125 ms"),
  decay_step_ns: documented(
    8_000_000,
    "4.4BSD, kern/kern_synch.c: estcpu of a tick of 10 ms, a level each 4"
  ),
  round_robin_slice_ns: documented(100_000_000, "Linux, include/linux/sched/rt.h, RR_TIMESLICE")
};

export const defaultProfile: Profile = {
  format: PROFILE_FORMAT,
  name: "default",
  cores: null,
  scheduler: "eevdf",
  order: "first",
  costs
};
