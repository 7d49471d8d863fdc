import { applyDecorators, Header, HttpCode, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@pleniere/acces/api';
import { FiltreDesPages } from './filtre-des-pages';

/** A controller that answers pages: without account, told in HTML even when something fails, absent from the API's description. */
export const Pages = (): ClassDecorator =>
  applyDecorators(Public(), UseFilters(FiltreDesPages), ApiExcludeController());

/** A page: asked again each time, and not sent again when it has not changed. */
export const PageHtml = (): MethodDecorator =>
  applyDecorators(Header('Content-Type', 'text/html; charset=utf-8'), Header('Cache-Control', 'no-cache'));

/** A page of one's own (a receipt, one's votes): kept nowhere, and read again when one goes back. */
export const PagePrivee = (): MethodDecorator =>
  applyDecorators(
    Header('Content-Type', 'text/html; charset=utf-8'),
    Header('Cache-Control', 'no-store'),
    HttpCode(200),
  );
