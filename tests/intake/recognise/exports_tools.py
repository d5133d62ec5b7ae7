"""Made exports of tools and languages met late: keys under unknown words, Italian, Dutch, Polish, deals and shops."""

from __future__ import annotations

from tests.intake.recognise.case import Case

CASES = (
    Case("klanten.csv", """
Klantnummer;Bedrijfsnaam;Branche;Klant sinds;Opzegdatum;Opzegreden;Abonnement;Maandbedrag;Accountmanager
20001;Bakker Bouw;Bouw;13-01-2019;;;Basis;45,00;Jan Smit
20002;De Linde;Zorg;25-03-2020;28-02-2024;Prijs;Plus;99,50;Jan Smit
20003;Van Dam;Zorg;17-06-2021;;;Plus;99,50;Eva Bos
20004;Kade 9;Bouw;30-09-2021;31-03-2024;Verhuisd;Basis;45,00;Eva Bos
""", "customers", {"customer_id": "Klantnummer", "name": "Bedrijfsnaam", "industry": "Branche", "start_date": "Klant sinds", "end_date": "Opzegdatum",
                   "churn_reason": "Opzegreden", "plan": "Abonnement", "mrr": "Maandbedrag", "owner": "Accountmanager"}, orders={"start_date": "dmy"}),
    Case("ordini.csv", """
N. ordine;Data ordine;Codice cliente;Ragione sociale;Prodotto;Quantità;Prezzo unitario;Importo totale;Agente
501;13/01/2024;C001;Rossi srl;Pasta;2;5,00;10,00;Ada
502;14/02/2024;C002;Verdi spa;Olio;1;9,50;9,50;Ugo
503;25/02/2024;C001;Rossi srl;Olio;3;9,50;28,50;Ada
504;26/03/2024;C003;Neri sas;Pasta;4;5,00;20,00;Ugo
""", "activity", {"customer_id": "Codice cliente", "date": "Data ordine", "value": "Importo totale", "quantity": "Quantità", "unit_price": "Prezzo unitario",
                  "detail": "Prodotto", "order_id": "N. ordine"}, traps={"customer_id": "Agente"}, orders={"date": "dmy"}),
    Case("klienci.csv", """
Nr klienta;Nazwa firmy;Branża;Data rozpoczęcia umowy;Data rezygnacji;Powód rezygnacji;Abonament miesięczny
1001;Dom i Las;Handel;13.01.2019;;;45,00
1002;Kamień;Budownictwo;25.03.2020;28.02.2024;Cena;99,50
1003;Rzeka;Handel;17.06.2021;;;99,50
1004;Most;Budownictwo;30.09.2021;31.03.2024;Konkurencja;45,00
""", "customers", {"customer_id": "Nr klienta", "name": "Nazwa firmy", "industry": "Branża", "start_date": "Data rozpoczęcia umowy",
                   "end_date": "Data rezygnacji", "churn_reason": "Powód rezygnacji", "mrr": "Abonament miesięczny"}, orders={"end_date": "dmy"}),
    Case("companies.csv", """
QXID,Name,Renewal Date,Original Contract Date,Status,CSM,NPS Score
1P02A,Acme,2024-07-31,2019-01-15,Active,Ann,9
1P02B,Bolt,2024-09-30,2020-03-20,Churned,Bob,2
1P03C,Cray,2024-12-31,2020-06-25,Active,Ann,7
1P04D,Dune,2025-01-31,2021-08-28,Active,Bob,8
1P05E,Echo,2025-02-28,2021-09-13,Churned,Ann,4
""", "customers", {"customer_id": "QXID", "name": "Name", "renewal_date": "Renewal Date", "owner": "CSM", "nps": "NPS Score", "churned": "Status"},
         left=("Churned",), asks="field"),
    Case("bank.csv", """
id,CustomerId,Surname,Geography,Tenure,EstimatedSalary,Exited
0,15674932,Hill,France,3,50000.5,1
1,15749177,Okon,Spain,1,64000.1,0
2,15694510,Hsu,France,10,71000.9,0
3,15741417,Kay,France,2,84000.2,1
""", "customers", {"customer_id": "CustomerId", "churned": "Exited", "name": "Surname"}, traps={"customer_id": "id", "mrr": "EstimatedSalary"}, left=("1",)),
    Case("deals-report.csv", """
Deal - ID,Deal - Value,Deal - Organization,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Expected close date
1,500,Acme,Proposal Made,Won,2024-01-15 10:00:00,2024-02-20 09:00:00,2024-03-31
2,900,Bolt,Qualified,Open,2024-01-18 10:00:00,,2024-04-30
3,300,Cray,Negotiations Started,Won,2024-02-21 10:00:00,2024-03-25 09:00:00,2024-05-31
4,700,Dune,Demo Scheduled,Lost,2024-02-27 10:00:00,,2024-05-31
""", "leads", {"lead_id": "Deal - ID", "amount": "Deal - Value", "customer_id": "Deal - Organization", "stage": "Deal - Stage", "outcome": "Deal - Status",
               "created_date": "Deal - Deal created", "closed_date": "Deal - Won time"}, traps={"closed_date": "Deal - Expected close date"}),
    Case("crm.csv", """
Opportunity,Customer,Salesperson,Stage,Expected Revenue,Probability,Created on,Lost Reason
Roof,Acme,Ann,New,500,10,2024-01-15,
Yard,Bolt,Bob,Proposition,900,50,2024-01-18,
Hall,Cray,Ann,Won,300,100,2024-02-21,
Gate,Dune,Bob,Qualified,700,0,2024-02-27,Too expensive
""", "leads", {"customer_id": "Customer", "owner": "Salesperson", "stage": "Stage", "amount": "Expected Revenue", "created_date": "Created on",
               "lost_reason": "Lost Reason"}),
    Case("base-exportada.csv", """
Nome,Email,Estágio no funil,Origem da primeira conversão,Data da primeira conversão,Data da última conversão,Dono do Lead
Ana,ana@x.example,Lead,Busca Orgânica,13/01/2024 10:00,14/03/2024 10:00,Rui
Bia,bia@x.example,Lead Qualificado,Indicação,25/01/2024 10:00,15/03/2024 10:00,Rui
Caio,caio@x.example,Cliente,Facebook Ads,17/02/2024 10:00,16/03/2024 10:00,Eva
Davi,davi@x.example,Lead,Indicação,28/02/2024 10:00,17/03/2024 10:00,Eva
""", "leads", {"stage": "Estágio no funil", "channel": "Origem da primeira conversão", "created_date": "Data da primeira conversão", "owner": "Dono do Lead"},
         traps={"created_date": "Data da última conversão"}, orders={"created_date": "dmy"}),
    Case("profiles.csv", """
Timestamp,Event,Profile ID,Email,Value
2024-01-15 10:00:00,Placed Order,01HA,ana@x.example,40.00
2024-01-18 11:00:00,Opened Email,01HB,bea@x.example,
2024-02-21 12:00:00,Placed Order,01HA,ana@x.example,25.50
2024-02-27 13:00:00,Viewed Product,01HB,bea@x.example,
""", "activity", {"customer_id": "Profile ID", "date": "Timestamp", "kind": "Event", "value": "Value"}),
    Case("buyers.csv", """
Sales Record Number,Order Number,Buyer Username,Item Title,Quantity,Sold For,Shipping And Handling,Total Price,Sale Date
5001,10-01-02,lamp_fan,Lamp,1,$20.00,$3.00,$23.00,Jan-15-24
5002,10-01-03,oldcam,Lens,2,$80.00,$5.00,$85.00,Jan-18-24
5003,10-01-04,lamp_fan,Shade,1,$12.00,$3.00,$15.00,Feb-21-24
5004,10-01-05,ringo77,Lens,1,$40.00,$4.00,$44.00,Mar-02-24
""", "activity", {"customer_id": "Buyer Username", "date": "Sale Date", "value": "Total Price", "quantity": "Quantity", "detail": "Item Title"},
         traps={"customer_id": "Sales Record Number", "value": "Shipping And Handling"}),
    Case("orders-with-tax.csv", """
Order ID,Customer ID,Order Date,Subtotal (inc tax),Shipping Cost (inc tax),Order Total (inc tax),Order Status
101,7,13/01/2024,40.00,5.00,45.00,Completed
102,8,25/01/2024,22.00,5.00,27.00,Completed
103,7,17/02/2024,60.00,0.00,60.00,Refunded
104,9,28/02/2024,18.00,5.00,23.00,Completed
""", "activity", {"customer_id": "Customer ID", "date": "Order Date", "value": "Order Total (inc tax)", "order_id": "Order ID", "status": "Order Status"},
         traps={"value": "Shipping Cost (inc tax)"}, orders={"date": "dmy"}),
    Case("members.csv", """
Member No,Membership Type,Monthly Fee,Join Date,Last Visit
M001,Gold,60,2021-01-15,2024-04-20
M002,Silver,40,2021-03-18,2024-04-02
M003,Off-Peak,25,2022-05-21,2024-03-30
M004,Gold,60,2022-07-27,2024-04-28
""", "customers", {"customer_id": "Member No", "plan": "Membership Type", "mrr": "Monthly Fee", "start_date": "Join Date", "last_active_date": "Last Visit"}),
    Case("订单.csv", """
订单号,下单帐号,商品名称,订购数量,订单金额,下单时间,订单状态
2801,jd_01,耳机,1,120.00,2024-01-15 10:00:00,完成
2802,jd_02,手机,1,900.00,2024-01-18 11:00:00,完成
2803,jd_01,数据线,2,30.00,2024-02-21 12:00:00,完成
2804,jd_03,耳机,1,120.00,2024-02-27 13:00:00,完成
""", "activity", {"order_id": "订单号", "customer_id": "下单帐号", "detail": "商品名称", "quantity": "订购数量", "value": "订单金额", "date": "下单时间"}),
    Case("socios.csv", """
Nº socio;Nombre;Apellidos;Fecha alta;Fecha baja;Último acceso;Al corriente
1;Ana;Gil;13/01/2019;;14/04/2024;sí
2;Leo;Paz;25/03/2020;28/02/2024;20/02/2024;sí
3;Eva;Mar;17/06/2021;;30/04/2024;no
4;Iker;Sol;30/09/2021;31/03/2024;25/03/2024;sí
""", "customers", {"customer_id": "Nº socio", "start_date": "Fecha alta", "end_date": "Fecha baja", "last_active_date": "Último acceso"},
         traps={"churned": "Al corriente"}, orders={"start_date": "dmy"}),
    Case("abonnes.csv", """
N° abonné;Date d'inscription;Formule;Montant mensuel;A résilié;Statut abonnement
401;13/01/2019;Duo;19,90;non;oui
402;25/03/2020;Solo;12,50;oui;non
403;17/06/2021;Solo;12,50;non;oui
404;30/09/2021;Duo;19,90;oui;oui
""", "customers", {"customer_id": "N° abonné", "start_date": "Date d'inscription", "plan": "Formule", "mrr": "Montant mensuel", "churned": "A résilié"},
         traps={"churned": "Statut abonnement"}, orders={"start_date": "dmy"}, left=("oui",)),
    Case("trends.csv", """
Customer ID,Age,Gender,Location,Subscription Status,Previous Purchases
1,55,F,Maine,Yes,14
2,19,M,Ohio,No,2
3,50,F,Maine,No,23
4,21,M,Utah,Yes,49
""", "customers", {"customer_id": "Customer ID", "region": "Location"}, traps={"churned": "Subscription Status"}),
    Case("アンケート.csv", """
回答日時,会員番号,当社を友人に薦める可能性はどのくらいですか？（0～10）,その理由をお聞かせください
2024/01/15 10:00:00,000101,9,対応が早いから
2024/01/18 11:00:00,000102,3,値段が高いから
2024/02/21 12:00:00,000103,10,使いやすいので
2024/02/27 13:00:00,000104,7,
""", "surveys", {"customer_id": "会員番号", "date": "回答日時", "score": "当社を友人に薦める可能性はどのくらいですか？（0～10）", "comment": "その理由をお聞かせください"}),
    Case("listings.csv", """
id,name,host_id,neighbourhood,latitude,longitude,price,number_of_reviews
2539,Quiet flat,2787,Harlem,40.6475,-73.9723,149,9
2595,Skylit loft,2845,Midtown,40.7536,-73.9838,225,45
3647,Village room,4632,Harlem,40.8090,-73.9419,150,0
3831,Garden floor,4869,Chelsea,40.6851,-73.9597,89,270
""", "unknown", {}),
)
