import { Page } from './page';
import { rendre } from './rendre';

describe('pages of the site', () => {
  it('escape every text', () => {
    const html = rendre(
      <Page titre="Rives & quais" cadre={null}>
        {'<script>alert(1)</script>'}
      </Page>,
    );
    expect(html).toContain('<!doctype html><html lang="fr">');
    expect(html).toContain('<title>Rives &amp; quais</title>');
    expect(html).toContain('&lt;script>');
    expect(html).not.toContain('<script');
  });

  it('space as French does, but in what somebody is typing', () => {
    const html = rendre(
      <Page titre="Qui ? Quoi : où" cadre={null}>
        <textarea>Quand ?</textarea>
      </Page>,
    );
    expect(html).toContain('<title>Qui\u202F? Quoi\u00A0: où</title>');
    expect(html).toContain('<textarea>Quand ?</textarea>');
  });
});
