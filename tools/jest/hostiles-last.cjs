const Sequencer = require('@jest/test-sequencer').default;

const isHostile = ({ path }) => path.endsWith('textes-hostiles.spec.ts');

/** Journeys share one product: those that fill it with hostile texts come when the others have read it. */
module.exports = class HostilesLast extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return [...sorted.filter((test) => !isHostile(test)), ...sorted.filter(isHostile)];
  }
};
