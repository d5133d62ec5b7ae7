"""Further made exports: reports of sales tools, advertising in other languages, marketplaces of Asia, books of Europe."""

from __future__ import annotations

from tests.intake.recognise.case import Case

CASES = (
    Case("report1712.csv", """
Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type
Kim Roe,Acme,Acme - Rollout,Closed Won,Q1-2024,50000,100,71,3/22/2024,1/11/2024,,Web,New Business
Kim Roe,Bolt,Bolt - Pilot,Closed Lost,Q2-2024,12000,0,40,4/15/2024,3/6/2024,,Partner,New Business
Lee Fox,Acme,Acme - Upsell,Negotiation,Q3-2024,8000,60,12,8/30/2024,5/2/2024,Call,,Existing Business
Lee Fox,Cray,Cray - New,Qualification,Q3-2024,9500,20,5,9/30/2024,6/13/2024,,Event,New Business
""", "leads", {"lead_id": "Opportunity Name", "customer_id": "Account Name", "stage": "Stage", "amount": "Amount", "closed_date": "Close Date",
               "created_date": "Created Date", "channel": "Lead Source", "owner": "Opportunity Owner", "kind": "Type"}, orders={"created_date": "mdy"}),
    Case("hubspot-crm-exports-all-contacts.csv", """
Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Marketing contact status,Create Date,Last Activity Date,Lifecycle Stage,Original Source,Associated Company
101,Ann,Ayre,ann@x.example,555-010-2233,Pia Lund,New,Marketing contact,2024-01-05 10:00,2024-05-01 09:00,Lead,Organic Search,Acme
102,Bo,Bell,bo@x.example,555-010-2234,Pia Lund,In progress,Marketing contact,2024-01-17 10:00,2024-05-03 09:00,Marketing Qualified Lead,Paid Social,Bolt
103,Cy,Crane,cy@x.example,555-010-2235,Jon Dahl,,Non-marketing contact,2024-02-20 10:00,2024-05-04 09:00,Customer,Direct Traffic,Cray
""", "leads|customers", {}, traps={"stage": "Lead Status"}, dropped=("Phone Number",)),
    Case("hubspot-crm-exports-all-deals.csv", """
Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Associated Company,Create Date,Closed Won Reason,Closed Lost Reason,Pipeline
9001,Rollout,Closed won,2024-03-22 00:00,Pia Lund,50000,Acme,2024-01-11 10:00,Fit,,Sales Pipeline
9002,Pilot,Closed lost,2024-04-15 00:00,Pia Lund,12000,Bolt,2024-03-06 10:00,,Price,Sales Pipeline
9003,Upsell,Contract sent,2024-08-30 00:00,Jon Dahl,8000,Acme,2024-05-02 10:00,,,Sales Pipeline
""", "leads", {"lead_id": "Record ID", "stage": "Deal Stage", "amount": "Amount", "customer_id": "Associated Company", "created_date": "Create Date",
               "closed_date": "Close Date", "won_reason": "Closed Won Reason", "lost_reason": "Closed Lost Reason", "owner": "Deal owner"}, traps={"stage": "Pipeline"}),
    Case("recurly_subscriptions.csv", """
subscription_id,account_code,plan_code,state,quantity,unit_amount_in_cents,currency,activated_at,canceled_at,expires_at,current_period_started_at,current_period_ends_at
r1,acct-1,gold,active,3,4900,USD,2023-01-05T10:00:00Z,,,2024-05-05T10:00:00Z,2024-06-05T10:00:00Z
r2,acct-2,silver,canceled,1,1900,USD,2023-02-17T10:00:00Z,2024-04-20T10:00:00Z,2024-05-17T10:00:00Z,2024-04-17T10:00:00Z,2024-05-17T10:00:00Z
r3,acct-1,addon,active,2,900,USD,2023-06-28T10:00:00Z,,,2024-05-28T10:00:00Z,2024-06-28T10:00:00Z
""", "subscriptions", {"subscription_id": "subscription_id", "customer_id": "account_code", "plan": "plan_code", "start_date": "activated_at",
                       "end_date": "canceled_at|expires_at", "seats": "quantity"}),
    Case("Kampagnenbericht.csv", """
Tag;Kampagne;Währungscode;Kosten;Impressionen;Klicks;Conversions;Kosten/Conv.
01.03.2024;Marke;EUR;120,50;10000;300;12;10,04
15.03.2024;Marke;EUR;98,10;9000;250;9;10,90
15.03.2024;Retargeting;EUR;45,00;4000;120;6;7,50
""", "spend", {"date": "Tag", "program": "Kampagne", "amount": "Kosten"}, traps={"amount": "Kosten/Conv."}, orders={"date": "dmy"}),
    Case("anuncios.csv", """
Nombre de la campaña,Día,Alcance,Impresiones,Resultados,Costo por resultado,Importe gastado (EUR)
Primavera,2024-03-01,8000,12000,12,9.63,115.50
Primavera,2024-03-02,7000,11000,10,11.40,114.00
Verano,2024-03-02,2500,4000,9,5.78,52.00
""", "spend", {"date": "Día", "program": "Nombre de la campaña", "amount": "Importe gastado (EUR)"}, units={"amount": "EUR"}),
    Case("директ.csv", """
Дата;Кампания;Показы;Клики;Расход (руб.);Конверсии
01.03.2024;Бренд;10000;300;4520,50;12
15.03.2024;Бренд;9000;250;4100,00;9
15.03.2024;Ретаргетинг;4000;120;1500,00;6
""", "spend", {"date": "Дата", "program": "Кампания", "amount": "Расход (руб.)"}, orders={"date": "dmy"}),
    Case("广告报表.csv", """
日期,计划名称,展现量,点击量,花费,成交金额
2024-03-01,春季推广,10000,300,450.5,3200
2024-03-02,春季推广,9000,250,410.0,2800
2024-03-02,新品推广,4000,120,150.0,900
""", "spend", {"date": "日期", "program": "计划名称", "amount": "花费"}, traps={"amount": "成交金额"}),
    Case("楽天注文.csv", """
注文番号,注文日時,ステータス,商品ID,商品名,単価,個数,合計金額,ポイント利用額,注文者メールアドレス,送付先氏名
337-1,2024-01-05 10:00:00,発送完了,A1,タオル,1500,2,3000,100,yamada@x.example,山田太郎
337-2,2024-01-17 12:00:00,キャンセル確定,B2,石鹸,400,3,1200,0,sato@x.example,佐藤花子
337-3,2024-02-20 21:00:00,発送完了,A1,タオル,1500,1,1500,0,yamada@x.example,山田太郎
""", "activity", {"order_id": "注文番号", "date": "注文日時", "status": "ステータス", "detail": "商品名|商品ID", "unit_price": "単価", "quantity": "個数",
                  "value": "合計金額", "customer_id": "注文者メールアドレス"}, traps={"value": "ポイント利用額", "customer_id": "送付先氏名"}),
    Case("스마트스토어.csv", """
상품주문번호,주문번호,주문일시,주문상태,구매자명,구매자ID,상품명,수량,상품가격,총 주문금액,배송비
P1,O1,2024-01-05 10:00:00,구매확정,김철수,kim***,수건,2,8000,16000,2500
P2,O2,2024-01-16 11:00:00,취소완료,이영희,lee***,비누,1,5000,5000,2500
P3,O3,2024-02-07 12:30:00,구매확정,김철수,kim***,칫솔,3,3000,9000,0
""", "activity", {"order_id": "주문번호|상품주문번호", "date": "주문일시", "status": "주문상태", "customer_id": "구매자ID", "detail": "상품명", "quantity": "수량",
                  "value": "총 주문금액"}, traps={"value": "배송비"}),
    Case("京东订单.csv", """
订单号,下单时间,用户名,商品名称,数量,单价,应付金额,订单状态
1001,2024-01-05 10:00:00,jd_ann,毛巾,2,15,30,已完成
1002,2024-01-16 12:00:00,jd_bo,香皂,1,8,8,已取消
1003,2024-02-07 09:00:00,jd_ann,牙刷,3,6,18,已完成
""", "activity", {"order_id": "订单号", "date": "下单时间", "customer_id": "用户名", "detail": "商品名称", "quantity": "数量", "unit_price": "单价", "value": "应付金额",
                  "status": "订单状态"}),
    Case("Kundenstamm.csv", """
Kundennummer;Firma;Ansprechpartner;Straße;PLZ;Ort;Land;Telefon;E-Mail;Kunde seit;Kundengruppe;Branche;Umsatz gesamt
10001;Nord GmbH;Frau Ahorn;Weg 1;20095;Hamburg;DE;040 1234567;a@nord.example;05.01.2019;A;Handel;120.500,00
10002;Süd AG;Herr Buche;Ring 2;80331;München;DE;089 1234567;b@sued.example;17.06.2020;B;Industrie;45.200,50
10003;West KG;Frau Cedern;Platz 3;50667;Köln;DE;0221 1234567;c@west.example;28.11.2021;A;Handel;9.800,00
""", "customers", {"customer_id": "Kundennummer", "name": "Firma", "start_date": "Kunde seit", "segment": "Kundengruppe", "industry": "Branche", "revenue_total": "Umsatz gesamt"},
         traps={"name": "Ansprechpartner"}, dropped=("Straße", "Telefon", "E-Mail"), orders={"start_date": "dmy"}),
    Case("ecritures.csv", """
Code client;Raison sociale;Date facture;N° facture;Montant HT;TVA;Montant TTC;Échéance
C1;Dupont SA;05/01/2024;F100;45,00;9,00;54,00;05/02/2024
C2;Martin SARL;17/01/2024;F101;36,00;7,20;43,20;17/02/2024
C1;Dupont SA;20/02/2024;F102;80,00;16,00;96,00;20/03/2024
""", "activity", {"customer_id": "Code client", "date": "Date facture", "order_id": "N° facture", "value": "Montant TTC|Montant HT"},
         traps={"date": "Échéance", "value": "TVA"}, orders={"date": "dmy"}),
    Case("контрагенты.csv", """
Код;Наименование;ИНН;Дата регистрации;Менеджер;Регион;Отрасль
0001;ООО Ромашка;7701234567;05.01.2019;Петрова;Тверь;Торговля
0002;ИП Лютиков;7707654321;17.06.2020;Орлов;Тула;Услуги
0003;АО Василёк;7709999999;28.11.2021;Петрова;Тверь;Торговля
""", "customers", {"customer_id": "Код", "name": "Наименование", "start_date": "Дата регистрации", "owner": "Менеджер", "region": "Регион", "industry": "Отрасль"},
         dropped=("ИНН",)),
    Case("bitrix_deals.csv", """
ID;Название;Стадия сделки;Сумма;Валюта;Компания;Ответственный;Дата создания;Дата завершения;Источник
1;Внедрение;Сделка успешна;120000;RUB;Ромашка;Петрова;05.01.2024 10:00;28.02.2024;Звонок
2;Пилот;Сделка провалена;40000;RUB;Лютик;Орлов;17.01.2024 11:00;15.03.2024;Веб-сайт
3;Расширение;Подготовка документов;65000;RUB;Ромашка;Петрова;20.02.2024 12:00;30.06.2024;Рекомендация
""", "leads", {"lead_id": "ID", "stage": "Стадия сделки", "amount": "Сумма", "customer_id": "Компания", "owner": "Ответственный", "created_date": "Дата создания",
               "closed_date": "Дата завершения", "channel": "Источник"}),
    Case("typeform.csv", """
#,How likely are you to recommend us to a colleague?,What is the reason for your score?,email,Start Date (UTC),Submit Date (UTC),Network ID
a1,9,Easy,ann@x.example,2024-03-14 10:00:00,2024-03-14 10:02:00,n1
a2,5,Slow,bo@x.example,2024-03-15 11:00:00,2024-03-15 11:03:00,n2
a3,10,,cy@x.example,2024-03-17 09:00:00,2024-03-17 09:01:00,n3
""", "surveys", {"score": "How likely are you to recommend us to a colleague?", "comment": "What is the reason for your score?", "customer_id": "email",
                 "date": "Submit Date (UTC)"}, implied={"instrument": "nps"}),
    Case("daily_usage.csv", """
account_id,day,active_users,sessions,minutes
A1,2024-03-01,12,40,900
A1,2024-03-02,10,31,710
A2,2024-03-01,3,5,60
A2,2024-03-02,0,0,0
""", "activity", {"customer_id": "account_id", "date": "day", "value": "sessions|active_users|minutes"}),
    Case("clientes_telecom.csv", """
id_cliente;meses_contrato;fatura_mensal;total_gasto;tipo_plano;churn
1;12;79,90;958,80;Controle;Não
2;3;49,90;149,70;Pré;Sim
3;30;99,90;2997,00;Pós;Não
""", "customers", {"customer_id": "id_cliente", "tenure_months": "meses_contrato", "mrr": "fatura_mensal", "revenue_total": "total_gasto", "plan": "tipo_plano", "churned": "churn"},
         left=("Sim",)),
    Case("契約一覧.csv", """
契約番号,顧客番号,プラン名,契約開始日,契約終了日,月額料金,契約期間（月）
K1,1001,プレミアム,2022/01/05,,5500,12
K2,1002,ライト,2022/03/17,2023/11/20,2200,12
K3,1001,オプション,2023/06/28,,800,6
""", "subscriptions", {"subscription_id": "契約番号", "customer_id": "顧客番号", "plan": "プラン名", "start_date": "契約開始日", "end_date": "契約終了日", "mrr": "月額料金",
                       "term_months": "契約期間（月）"}),
    Case("order_payments.csv", """
order_id,payment_sequential,payment_type,payment_installments,payment_value
b81ef226f3fe1789b1e8b2acac839d17,1,credit_card,8,99.33
a9810da82917af2d9aefd1278f1dcfa0,1,credit_card,1,24.39
25e8ea4e93396b6fa0d3dd708e76c1bd,1,boleto,1,65.71
""", "activity|unknown", {}, traps={"customer_id": "order_id"}),
    Case("lead_list.csv", """
lead_id,created_at,source,status,value,won_at,lost_reason
1,2024-01-05,Google Ads,won,1200,2024-02-01,
2,2024-01-17,Referral,lost,800,,price
3,2024-02-20,Organic,contacted,500,,
4,2024-03-01,Google Ads,new,900,,
""", "leads", {"lead_id": "lead_id", "created_date": "created_at", "channel": "source", "stage": "status", "amount": "value", "closed_date": "won_at", "lost_reason": "lost_reason"}),
    Case("referrals.csv", """
referral_id,customer_id,referral_date,referred_customer_id,reward_paid
1,C1,2024-01-05,C9,10
2,C2,2024-01-17,C10,0
3,C1,2024-02-20,C11,10
""", "activity", {"customer_id": "customer_id", "date": "referral_date"}, traps={"customer_id": "referral_id"}, implied={"kind": "referral"}),
    Case("advocacy_log.csv", """
Customer,Date,Activity,Notes
Acme,2024-01-05,Case study,published
Bolt,2024-01-17,Reference call,with Dune
Acme,2024-02-20,Webinar,speaker
Cray,2024-03-01,Review,G2
""", "activity", {"customer_id": "Customer", "date": "Date", "kind": "Activity"}),
    Case("csat_export.csv", """
response_id,customer_id,survey_type,rating,responded_at,agent,comment
1,C1,CSAT,5,2024-01-05 10:00:00,Sue,thanks
2,C2,CSAT,2,2024-01-17 11:00:00,Tim,slow
3,C3,CSAT,4,2024-02-20 12:00:00,Sue,
""", "surveys", {"customer_id": "customer_id", "score": "rating", "date": "responded_at", "comment": "comment", "instrument": "survey_type"},
         traps={"customer_id": "response_id"}),
    Case("bank_es.csv", """
cliente_id,edad,antiguedad_meses,saldo,num_productos,tarjeta_credito,activo,salario_estimado,abandono
1,42,24,1500.5,1,1,1,30000,1
2,35,60,0,2,0,1,45000,0
3,51,12,820.1,3,1,0,28000,1
""", "customers", {"customer_id": "cliente_id", "tenure_months": "antiguedad_meses", "products": "num_productos", "churned": "abandono"},
         traps={"revenue_total": "saldo", "mrr": "salario_estimado", "churned": "activo"}, left=("1",)),
    Case("gym_visits.csv", """
member_no,check_in_time,club
100,2024-01-05 07:10:00,North
101,2024-01-05 18:20:00,South
100,2024-01-07 07:05:00,North
""", "activity", {"customer_id": "member_no", "date": "check_in_time"}),
    Case("pos_bons.csv", """
Bonnummer;Datum;Uhrzeit;Kassierer;Kundenkarte;Artikelbezeichnung;Menge;VK-Preis;Summe
1;05.01.2024;10:01;Sue;K77;Kaffee;1;3,50;3,50
2;17.01.2024;10:05;Tim;K78;Kuchen;2;4,00;8,00
3;20.02.2024;11:30;Sue;K77;Tee;1;3,00;3,00
""", "activity", {"order_id": "Bonnummer", "date": "Datum", "customer_id": "Kundenkarte", "detail": "Artikelbezeichnung", "quantity": "Menge", "value": "Summe"},
         traps={"customer_id": "Kassierer"}, orders={"date": "dmy"}),
)
