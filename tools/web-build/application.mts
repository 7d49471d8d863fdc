import { createBuilder } from '@angular-devkit/architect';
import { type ApplicationBuilderOptions, buildApplication } from '@angular/build';
import { join } from 'node:path';
import { hintFirstScripts } from './compile-hints.mts';
import { compressFiles } from './compress.mts';
import { tellFirstScreens } from './first-screens.mts';
import { narrowDoors } from './narrow-doors.mts';

/** Angular's build of the interface (docs/decisions/0016-doors-narrowed-at-build.md). */
export default createBuilder<ApplicationBuilderOptions>(async function* (options, context) {
  const extensions = { codePlugins: [narrowDoors(context.workspaceRoot)] };
  for await (const result of buildApplication(options, context, extensions)) {
    if (result.success && options.optimization) {
      const folder = join(context.workspaceRoot, 'dist/web/browser');
      await tellFirstScreens(context.workspaceRoot);
      await hintFirstScripts(folder);
      await compressFiles(folder);
    }
    yield result;
  }
});
