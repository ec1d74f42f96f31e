/** How often a property is tried, and with which seed: `BARTLEBY_FUZZ_RUNS=5000 BARTLEBY_FUZZ_SEED=7 npm test -- tests/fuzz`. */
export const runs = (usual: number) => ({
  numRuns: Number(process.env.BARTLEBY_FUZZ_RUNS || usual),
  seed: Number(process.env.BARTLEBY_FUZZ_SEED || 20_261_124),
  // Each run talks to a server, so shrinking is bounded by time and not by luck.
  interruptAfterTimeLimit: 300_000,
  markInterruptAsFailure: true,
})
