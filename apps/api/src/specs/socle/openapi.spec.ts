import type { OpenAPIObject } from '@nestjs/swagger';
import description from '../../../openapi.json';

const { paths, components } = description as unknown as OpenAPIObject;
const routes = Object.entries(paths).flatMap(([chemin, operations]) =>
  (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((methode) => {
    const operation = operations[methode];
    return operation ? [{ nom: `${methode.toUpperCase()} ${chemin}`, methode, chemin, operation }] : [];
  }),
);

describe('description of the API', () => {
  it.each(routes)('says what $nom does, needs and refuses', ({ methode, chemin, operation }) => {
    expect(operation.summary).toMatch(/\.$/);
    expect(JSON.stringify(operation.responses['default'])).toContain('#/components/schemas/ProblemeDto');
    const parametres = (operation.parameters ?? []).map((parametre) => ('name' in parametre ? parametre.name : ''));
    const deLAdresse = [...chemin.matchAll(/\{(\w+)\}/g)].map(([, nom]) => nom);
    expect(parametres).toEqual(expect.arrayContaining(deLAdresse));
    const ouverte = /\/(public|demo|activation|installation|session|oidc|schemas)|^\/health/.test(chemin);
    if (methode === 'patch' && !ouverte) expect(parametres).toContain('If-Match');
    if (!ouverte) expect(operation.security).toEqual([{ session: [], jeton: [] }]);
  });

  it('tells the limits that texts and lists must keep', () => {
    expect(components?.schemas?.['ActionSaisieDto']).toMatchObject({
      properties: {
        titre: { type: 'string', minLength: 1, maxLength: 300 },
        description: { type: 'string', maxLength: 5_000 },
        echeance: { type: 'string', nullable: true, format: 'date' },
        etapes: { type: 'array', maxItems: 40 },
      },
    });
  });
});
