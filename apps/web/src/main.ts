import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

void bootstrapApplication(App, appConfig);

// A file that exports nothing would be taken for CommonJS, and all that it imports wrapped to suit.
export {};
