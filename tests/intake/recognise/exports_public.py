"""Made rows under headers such as studies and courses publish: fused words, abbreviations, mixed languages, odd orders."""

from __future__ import annotations

from tests.intake.recognise.case import Case

CASES = (
    Case("customers_dataset.csv", """
customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state
06b8999e2fba1a1fbc88172c00ba8bc7,861eff4711a542e4b93843c6dd7febb0,14409,franca,SP
18955e83d337fd6b2def6b18a428ac77,290c77bc529b7ac935b93aa66c333dc3,09790,sao bernardo,SP
4e7b3e00288586ebd08712fdd0374a03,060e732b5b29e8181a18229c7b0b2b5e,01151,sao paulo,SP
""", "customers", {"customer_id": "customer_id|customer_unique_id", "region": "customer_state"}),
    Case("userdata.csv", """
userId,firstLogin,lastLogin,sessionsLast30d,planType,monthlyFee,isChurned,churnDate,country
1,2021-01-05,2024-05-01,12,pro,29.0,false,,DE
2,2021-06-17,2023-02-02,0,basic,9.0,true,2023-03-01,FR
3,2022-11-28,2024-04-30,5,pro,29.0,false,,IT
""", "customers", {"customer_id": "userId", "start_date": "firstLogin", "last_active_date": "lastLogin", "usage": "sessionsLast30d", "plan": "planType", "mrr": "monthlyFee",
                   "churned": "isChurned", "end_date": "churnDate", "region": "country"}, left=("true",)),
    Case("orders2.csv", """
OrderID,CustID,OrdDate,ProdName,Qty,UnitPrice,Disc,NetAmt,Status
1,C7,2024-01-05,Desk,2,120,0.1,216,Shipped
2,C8,2024-01-17,Chair,4,45,0,180,Canceled
3,C7,2024-02-20,Lamp,1,30,0,30,Shipped
""", "activity", {"order_id": "OrderID", "customer_id": "CustID", "date": "OrdDate", "detail": "ProdName", "quantity": "Qty", "unit_price": "UnitPrice", "value": "NetAmt",
                  "status": "Status"}),
    Case("profile.csv", """
,gender,age,id,became_member_on,income
0,,118,68be06ca386d4c31939f3a4f0e3dd783,20170212,
1,F,55,0610b486422d4921ae7d2bf64640c50b,20170715,112000
2,,118,38fe809add3b4fcf9315a9694bb96ff5,20180712,
3,F,75,78afa995795e4d85b5d9ceeca43f5fef,20170509,100000
""", "customers", {"customer_id": "id", "start_date": "became_member_on"}, traps={"revenue_total": "income"}, orders={"start_date": "ymd"}),
    Case("kkb_transactions.csv", """
msno,payment_method_id,payment_plan_days,plan_list_price,actual_amount_paid,is_auto_renew,transaction_date,membership_expire_date,is_cancel
YyO+tlZtAXYXoZhNr3Vg3+dfVQvrBVGO8j1mfqe4ZHc=,41,30,129,129,1,20150930,20151101,0
AZtu6Wl0gPojrEQYB8Q3vBSmE2wnZ3hi1FbK1rQQ0A4=,41,30,149,149,1,20150930,20151031,0
YyO+tlZtAXYXoZhNr3Vg3+dfVQvrBVGO8j1mfqe4ZHc=,41,30,129,129,1,20160930,20161016,1
""", "activity|subscriptions|unknown", {}, traps={"customer_id": "payment_method_id"}),
    Case("Wholesale_B2B.csv", """
CLIENT,CODE_CLIENT,DATE_FACT,NUM_FACT,CA_HT,FAMILLE,REPRESENTANT
Dupont,C01,05/01/2024,F1,450.0,Bureau,Paul
Martin,C02,17/01/2024,F2,320.5,Jardin,Paul
Dupont,C01,20/02/2024,F3,80.0,Bureau,Lise
""", "activity", {"customer_id": "CODE_CLIENT", "value": "CA_HT"}, traps={"customer_id": "REPRESENTANT"}),
    Case("churn_train.csv", """
id,tenure,Contract,MonthlyCharges,TotalCharges,Churn
8879-ZKJOF,41,One year,79.85,3320.75,0
0201-MIBOL,66,Month-to-month,102.4,6471.85,0
1600-DILPE,12,Month-to-month,45.0,524.35,1
8601-QACRS,5,Month-to-month,50.6,249.95,1
""", "customers", {"customer_id": "id", "tenure_months": "tenure", "mrr": "MonthlyCharges", "revenue_total": "TotalCharges", "churned": "Churn"}, left=("1",)),
    Case("card_clients.csv", """
client_id,months_as_customer,total_products,last_contact,avg_spend_month,complaints_12m,segment,status
11,36,3,2024-04-01,120.5,0,Affluent,Active
12,8,1,2023-11-05,35.2,2,Mass,Closed
13,52,2,2024-03-22,80.0,1,Mass,Active
""", "customers", {"customer_id": "client_id", "tenure_months": "months_as_customer", "products": "total_products", "segment": "segment", "churned": "status",
                   "tickets": "complaints_12m"}, left=("Closed",)),
    Case("reviews_sample.csv", """
reviewerID,asin,reviewerName,overall,reviewText,summary,unixReviewTime
A1,B001,Ann,5,Great cup,Love it,1393545600
A2,B002,Bo,2,Broke,Meh,1363392000
A3,B001,Cy,4,Good,Nice,1377648000
""", "surveys|activity|unknown", {}, traps={"customer_id": "asin"}),
    Case("hotel_stays.csv", """
BookingID,GuestID,ArrivalDate,DepartureDate,Nights,RoomType,TotalPrice,BookingStatus,Channel
B1,G1,2024-01-05,2024-01-07,2,Double,240,Checked-out,Web
B2,G2,2024-01-17,2024-01-20,3,Suite,690,Cancelled,Agency
B3,G1,2024-03-09,2024-03-10,1,Double,125,Checked-out,Phone
""", "activity", {"order_id": "BookingID", "customer_id": "GuestID", "date": "ArrivalDate", "value": "TotalPrice", "status": "BookingStatus"},
         traps={"date": "DepartureDate"}),
    Case("insurance_policies.csv", """
policy_number,policyholder_id,product_type,inception_date,expiry_date,annual_premium,renewed,claims_count
P1,H1,Motor,2022-01-05,2023-01-04,480,Yes,0
P2,H2,Home,2022-03-17,2023-03-16,300,No,1
P3,H1,Home,2023-06-28,2024-06-27,310,Yes,0
""", "subscriptions|customers", {"customer_id": "policyholder_id", "start_date": "inception_date"}, traps={"mrr": "annual_premium"}),
    Case("会员消费.xlsx.csv", """
会员卡号,会员姓名,消费日期,消费金额,消费门店,支付方式
8001,张三,2024-01-05,128.5,南京路店,微信
8002,李四,2024-01-17,56,淮海路店,支付宝
8001,张三,2024-02-20,310,南京路店,现金
""", "activity", {"customer_id": "会员卡号", "date": "消费日期", "value": "消费金额"}, traps={"customer_id": "会员姓名"}),
    Case("客户信息表.csv", """
客户代码,客户简称,客户级别,所属行业,省份,城市,客户经理,首次合作日期,最近下单日期,累计销售额
KH001,甲,A级,制造,江苏,苏州,王伟,2019/3/1,2024/4/2,560000
KH002,乙,B级,零售,浙江,杭州,李娜,2020/7/15,2024/3/28,120000
KH003,丙,A级,制造,江苏,无锡,王伟,2021/10/30,2023/12/11,98000
""", "customers", {"customer_id": "客户代码", "name": "客户简称", "segment": "客户级别", "industry": "所属行业", "region": "省份|城市", "owner": "客户经理", "start_date": "首次合作日期",
                   "last_active_date": "最近下单日期", "revenue_total": "累计销售额"}),
    Case("売上明細.csv", """
売上日,得意先コード,得意先名,商品コード,商品名,数量,単価,売上金額,粗利
2024/01/05,T001,青山商店,A1,タオル,10,500,5000,1200
2024/01/17,T002,緑川屋,B2,石鹸,20,120,2400,600
2024/02/20,T001,青山商店,A1,タオル,5,500,2500,600
""", "activity", {"date": "売上日", "customer_id": "得意先コード", "detail": "商品名|商品コード", "quantity": "数量", "unit_price": "単価", "value": "売上金額"}, traps={"value": "粗利"}),
    Case("アンケート結果.csv", """
回答日時,会員番号,おすすめ度（0-10）,ご意見
2024/01/05 10:00,1001,9,良い
2024/01/17 11:00,1002,4,高い
2024/02/20 12:00,1003,10,
""", "surveys", {"date": "回答日時", "customer_id": "会員番号", "score": "おすすめ度（0-10）", "comment": "ご意見"}, implied={"instrument": "nps"}),
    Case("고객목록.csv", """
고객코드,상호,업종,지역,담당자,거래시작일,최종거래일,누적매출
K1,대한상사,제조,서울,김대리,2019-03-01,2024-04-02,56000000
K2,민국유통,유통,부산,이과장,2020-07-15,2024-03-28,12000000
K3,만세전자,제조,대구,김대리,2021-10-30,2023-12-11,9800000
""", "customers", {"customer_id": "고객코드", "name": "상호", "industry": "업종", "region": "지역", "owner": "담당자", "start_date": "거래시작일", "last_active_date": "최종거래일",
                   "revenue_total": "누적매출"}),
    Case("заявки.csv", """
№ заявки;Дата обращения;Клиент;Тема;Приоритет;Статус;Оценка клиента;Дата закрытия
1;05.01.2024;ООО Ромашка;Не работает вход;Высокий;Закрыта;5;06.01.2024
2;17.01.2024;ИП Лютиков;Счёт;Средний;Открыта;;
3;20.02.2024;ООО Ромашка;Экспорт;Низкий;Закрыта;3;22.02.2024
""", "activity", {"date": "Дата обращения", "customer_id": "Клиент", "status": "Статус"}, traps={"customer_id": "№ заявки", "date": "Дата закрытия"}, implied={"kind": "support"}),
    Case("Umsaetze.csv", """
Monat;Kunde;Kundennr;Umsatz (EUR)
2024-01;Nord GmbH;10001;1200,50
2024-02;Nord GmbH;10001;1300,00
2024-01;Süd AG;10002;450,25
2024-02;Süd AG;10002;0,00
""", "revenue", {"date": "Monat", "customer_id": "Kundennr", "amount": "Umsatz (EUR)"}, units={"amount": "EUR"}, orders={"date": "ym"}),
    Case("Zufriedenheit.csv", """
Kundennummer;Befragungsdatum;Weiterempfehlung (0-10);Anmerkung
1;05.01.2024;9;super
2;17.01.2024;3;teuer
3;20.02.2024;8;
""", "surveys", {"customer_id": "Kundennummer", "date": "Befragungsdatum", "score": "Weiterempfehlung (0-10)", "comment": "Anmerkung"}, implied={"instrument": "nps"}, orders={"date": "dmy"}),
    Case("prospects.csv", """
N° prospect;Date de création;Origine;Étape;Commercial;Montant estimé;Motif de perte
1;05/01/2024;Salon;Devis envoyé;Lise;4500;
2;17/01/2024;Site web;Perdu;Paul;1200;Prix
3;20/02/2024;Parrainage;Gagné;Lise;8000;
""", "leads", {"lead_id": "N° prospect", "created_date": "Date de création", "channel": "Origine", "stage": "Étape", "owner": "Commercial", "lost_reason": "Motif de perte",
               "outcome": "Étape"}, orders={"created_date": "dmy"}),
    Case("ventas_tienda.csv", """
folio,fecha,cliente,articulo,cantidad,precio,total,vendedor
1,05/01/2024,Juan Pérez,Silla,2,450.0,900.0,Ana
2,17/01/2024,Rosa Díaz,Mesa,1,1200.0,1200.0,Luis
3,20/02/2024,Juan Pérez,Lámpara,3,150.0,450.0,Ana
""", "activity", {"order_id": "folio", "date": "fecha", "customer_id": "cliente", "detail": "articulo", "quantity": "cantidad", "unit_price": "precio", "value": "total"},
         traps={"customer_id": "vendedor"}, orders={"date": "dmy"}),
    Case("vendas_clientes.csv", """
dt_venda;cod_cliente;nome_cliente;produto;qtd;vlr_unitario;vlr_total;forma_pagamento
05/01/2024;9001;Ana;Caneca;2;20,00;40,00;Pix
17/01/2024;9002;Beto;Prato;1;35,00;35,00;Cartão
20/02/2024;9001;Ana;Colher;6;5,00;30,00;Pix
""", "activity", {"date": "dt_venda", "customer_id": "cod_cliente", "detail": "produto", "quantity": "qtd", "unit_price": "vlr_unitario", "value": "vlr_total"}, orders={"date": "dmy"}),
    Case("sales_funnel.csv", """
Date,Visitors,Signups,Trials,Paid
2024-01,12000,800,220,60
2024-02,13000,850,240,70
""", "unknown", {}),
    Case("campaign_results.csv", """
customer_id,campaign_id,sent_date,opened,clicked,converted
C1,X1,2024-01-05,1,0,0
C2,X1,2024-01-05,1,1,1
C1,X2,2024-02-17,0,0,0
""", "activity|leads|unknown", {}, traps={"customer_id": "campaign_id"}),
    Case("cohort_pivot.csv", """
cohort,0,1,2,3
2024-01,100%,62%,48%,40%
2024-02,100%,60%,45%,
2024-03,100%,58%,,
""", "unknown", {}),
)
