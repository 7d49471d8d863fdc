import { PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsString, ValidateIf, ValidateNested } from 'class-validator';
import { ProblemeException } from '../http/probleme.exception';
import { TexteSimple } from './textes.decorator';
import { Partiel } from './partiel';
import { validerDto } from './validation';

class LieuDto {
  @TexteSimple(20)
  nom!: string;
}

class SeanceDto {
  @TexteSimple(20)
  titre!: string;

  @TexteSimple(20, { min: 0 })
  description = '';

  @IsBoolean()
  publique = true;

  @ValidateIf((_, lieu: unknown) => lieu !== null)
  @ValidateNested()
  @Type(() => LieuDto)
  lieu: LieuDto | null = null;
}

class SeancePartielleDto extends Partiel(SeanceDto) {}

class SeanceMotiveeDto extends SeancePartielleDto {
  @IsString()
  motif = 'Sans motif';
}

const lire = async (valeur: object): Promise<object> => ({ ...(await validerDto(SeancePartielleDto, valeur)) });

describe('a partial saisie', () => {
  it('holds what was sent and nothing else', async () => {
    class Piegee extends PartialType(SeanceDto, { skipNullProperties: false }) {}
    expect(Object.keys(new Piegee())).toEqual(['description', 'publique', 'lieu']);
    expect(Object.keys(new SeancePartielleDto())).toEqual([]);
    expect(await lire({ titre: ' Marche ' })).toEqual({ titre: 'Marche' });
    expect(await lire({ lieu: null, description: '' })).toEqual({ lieu: null, description: '' });
  });

  it('keeps what a class adds to it', async () => {
    expect({ ...(await validerDto(SeanceMotiveeDto, { titre: 'Marche' })) }).toEqual({
      titre: 'Marche',
      motif: 'Sans motif',
    });
  });

  it('checks and makes each field as the whole saisie does', async () => {
    const { lieu } = await validerDto(SeancePartielleDto, { lieu: { nom: ' Sanitas ' } });
    expect(lieu).toBeInstanceOf(LieuDto);
    expect(lieu?.nom).toBe('Sanitas');
    await expect(lire({ titre: null })).rejects.toBeInstanceOf(ProblemeException);
    await expect(lire({ titre: '' })).rejects.toBeInstanceOf(ProblemeException);
    await expect(lire({ publique: 'oui' })).rejects.toBeInstanceOf(ProblemeException);
    await expect(lire({ lieu: { nom: 3 } })).rejects.toBeInstanceOf(ProblemeException);
    await expect(lire({ inconnu: 1 })).rejects.toBeInstanceOf(ProblemeException);
  });
});
