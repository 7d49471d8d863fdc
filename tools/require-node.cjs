'use strict';

const OLDEST = [24, 15];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(
    `Node ${OLDEST.join('.')} ou plus récent est nécessaire ; trouvé : ${process.versions.node}.\n` +
      'Il est installé avec le projet : lancez « npm ci » sans --ignore-scripts, puis passez par « npm start » ou « npm test ».\n',
  );
  process.exit(1);
}
