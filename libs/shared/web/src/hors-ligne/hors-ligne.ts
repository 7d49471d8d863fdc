import { Component } from '@angular/core';
import { BandeauHorsLigne } from './bandeau-hors-ligne';

/** Place of the banner that says what the network owes the person; it loads after the page, and starts the queue. */
@Component({
  selector: 'pl-hors-ligne',
  imports: [BandeauHorsLigne],
  template: `
    @defer (on idle) {
      <pl-bandeau-hors-ligne />
    }
  `,
})
export class HorsLigne {}
