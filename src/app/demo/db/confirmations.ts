import type { Pool } from '../../../platform/database/pool.ts';

/**
 * What the invented staff of the demonstration have said of cards: most confirmed within three months, some longer ago,
 * one in six never; one in three reported places. The sources themselves say nothing of it.
 */
export async function confirmCards(owner: Pool, today: string): Promise<void> {
  await owner.query(
    `with drawn as (
       select s.centre_id, s.id, ('x' || substr(md5(s.id::text), 1, 6))::bit(24)::int as lot
       from service s join centre c on c.id = s.centre_id and c.demonstration where s.state = 'published'),
     said as (
       select *, case when lot % 6 = 0 then null else $1::date - (lot / 7) % (case when lot % 6 = 1 then 150 else 80 end) end as on_day,
         (array['free', 'waiting', 'none', 'ask'])[1 + (lot / 11) % 4] as status
       from drawn)
     update service set confirmed_on = said.on_day, confirm_by = said.on_day + 90,
       state = case when said.on_day is null or said.on_day + 90 < $1::date then 'to_confirm' else 'published' end,
       capacity_status = case when said.lot % 3 = 0 then said.status else 'unknown' end,
       capacity_free = case when said.lot % 3 = 0 and said.status = 'free' then 1 + (said.lot / 13) % 9 end,
       wait_value = case when said.lot % 3 = 0 and said.status = 'waiting' then 1 + (said.lot / 17) % 4 end,
       wait_unit = case when said.lot % 3 = 0 and said.status = 'waiting' then 'months' end,
       capacity_on = case when said.lot % 3 = 0 then $1::date - (said.lot / 5) % 20 end,
       capacity_until = case when said.lot % 3 = 0 then $1::date + 10 + (said.lot / 3) % 60 end
     from said where service.centre_id = said.centre_id and service.id = said.id`,
    [today],
  );
  // The invented association and library keep some of the cards, so that there is somebody to ask.
  await owner.query(
    `with keepers as (
       select centre_id, id, row_number() over (partition by centre_id order by name desc) as turn
       from organization where name like '%(organizacja wymyślona)%' or name like '%(jednostka pokazowa)%'),
     drawn as (
       select s.centre_id, s.id, row_number() over (partition by s.centre_id order by md5(s.id::text)) as turn
       from service s join centre c on c.id = s.centre_id and c.demonstration
       where s.organization_id is null and s.state in ('published', 'to_confirm'))
     update service set owner_id = keepers.id from drawn join keepers on keepers.centre_id = drawn.centre_id
       and drawn.turn between 1 and 8 and drawn.turn % 2 = keepers.turn % 2
     where service.centre_id = drawn.centre_id and service.id = drawn.id`,
  );
  await owner.query(
    `update organization set email = 'stowarzyszenie@okienko.example' where name like '%(organizacja wymyślona)%'`,
  );
}
