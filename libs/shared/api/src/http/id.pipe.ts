import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { introuvable } from './probleme.exception';

/** Reads an id of an address; what is not one names nothing, so 404. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUUID(id)) throw introuvable();
    return id.toLowerCase();
  }
}
