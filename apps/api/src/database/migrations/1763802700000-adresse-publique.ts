import type { MigrationInterface, QueryRunner } from 'typeorm';

const ADRESSE = `
-- « Tours Métropole » → tours-metropole; what has neither letter nor digit gets a neutral word.
create function adresse_de(nom text) returns text language sql stable as $$
  select coalesce(nullif(trim(both '-' from left(regexp_replace(lower(unaccent(nom)), '[^a-z0-9]+', '-', 'g'), 50)), ''), 'contrat')
$$;

alter table contrat add column adresse text;
update contrat c set adresse = adresse_de(titre_court) || case when exists (
  select from contrat autre where autre.id < c.id and adresse_de(autre.titre_court) = adresse_de(c.titre_court))
  then '-' || left(c.id::text, 8) else '' end;

-- A contrat gets its address when it is born and keeps it: posters bear it.
create function donner_adresse() returns trigger language plpgsql as $$
begin
  new.adresse := adresse_de(new.titre_court);
  if exists (select from contrat where adresse = new.adresse) then
    new.adresse := new.adresse || '-' || left(new.id::text, 8);
  end if;
  return new;
end
$$;
create trigger contrat_adresse before insert on contrat for each row execute function donner_adresse();

alter table contrat alter column adresse set not null,
  add constraint contrat_adresse_unique unique (adresse),
  add constraint adresse_lisible check (adresse ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
`;

/** Public address of each contrat, in words that fit on a poster: `/habitants/tours-metropole`. */
export class AdressePublique1763802700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ADRESSE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger contrat_adresse on contrat;
      drop function donner_adresse();
      alter table contrat drop column adresse;
      drop function adresse_de(text)`);
  }
}
