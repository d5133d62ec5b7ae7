"""More made exports: sheets of churn studies, payment and event logs, newsletters, books, and such as are none of ours."""

from __future__ import annotations

from tests.intake.recognise.case import Case

CASES = (
    Case("streaming_churn.csv", """
customer_id,age,gender,subscription_type,watch_hours,last_login_days,region,device,monthly_fee,churned,payment_method,number_of_profiles
n1,51,Other,Basic,14.73,29,Africa,TV,8.99,1,Gift Card,1
n2,47,Other,Standard,0.7,19,Europe,Mobile,13.99,1,Gift Card,5
n3,27,Female,Standard,16.32,10,Asia,TV,13.99,0,Crypto,2
n4,53,Other,Premium,4.51,12,Oceania,TV,17.99,1,Crypto,2
""", "customers", {"customer_id": "customer_id", "plan": "subscription_type", "region": "region", "mrr": "monthly_fee", "churned": "churned"},
         traps={"last_active_date": "last_login_days"}, left=("1",)),
    Case("members_v3.csv", """
msno,city,bd,gender,registered_via,registration_init_time
Rb9UwLQTrxzBVwCB6+bCcSQWZ9JiNLC9dXtM1oEsZA8=,1,0,,11,20110911
tJonkh+O1CA796Fm5X60UMOtB6POHAwPjbTRVl/EuDU=,1,0,,7,20110914
cV358ssn7a0f7jZOwGNWS07wCKVqxyiImJUX6xcIwKw=,1,0,,11,20110915
""", "customers|unknown", {}, traps={"customer_id": "city"}),
    Case("household_transactions.csv", """
household_key,BASKET_ID,DAY,PRODUCT_ID,QUANTITY,SALES_VALUE,STORE_ID,RETAIL_DISC,TRANS_TIME,WEEK_NO
2375,26984851472,1,1004906,1,1.39,364,-0.6,1631,1
2375,26984851472,1,1033142,1,0.82,364,0,1631,1
1364,26984896261,1,842930,1,2.19,31742,0,1520,1
1130,26984905972,1,833715,2,0.34,31642,-0.32,1340,1
""", "activity|unknown", {}, traps={"customer_id": "STORE_ID"}),
    Case("insurance_value.csv", """
Customer,State,Customer Lifetime Value,Response,Coverage,Education,Effective To Date,EmploymentStatus,Gender,Income,Monthly Premium Auto,Months Since Last Claim,Months Since Policy Inception,Number of Open Complaints,Number of Policies,Policy Type,Sales Channel,Total Claim Amount
BU79786,Washington,2763.52,No,Basic,Bachelor,2/24/11,Employed,F,56274,69,32,5,0,1,Corporate Auto,Agent,384.81
QZ44356,Arizona,6979.54,No,Extended,Bachelor,1/31/11,Unemployed,F,0,94,13,42,0,8,Personal Auto,Agent,1131.46
AI49188,Nevada,12887.43,No,Premium,Bachelor,2/19/11,Employed,F,48767,108,18,38,0,2,Personal Auto,Web,566.47
WW63253,California,7645.86,No,Basic,Bachelor,1/20/11,Unemployed,M,0,106,18,65,0,7,Corporate Auto,Call Center,529.88
""", "customers", {"customer_id": "Customer", "region": "State", "mrr": "Monthly Premium Auto", "plan": "Policy Type", "products": "Number of Policies"},
         traps={"churned": "Response", "revenue_total": "Total Claim Amount"}),
    Case("shop_purchases_with_churn.csv", """
Customer ID,Purchase Date,Product Category,Product Price,Quantity,Total Purchase Amount,Payment Method,Customer Age,Returns,Customer Name,Gender,Churn
44605,2023-05-03 21:30:02,Home,177,1,2427,PayPal,31,1,John Rivera,Female,0
44605,2021-05-16 13:57:44,Electronics,174,3,2448,PayPal,31,1,John Rivera,Female,0
44605,2020-07-13 06:16:57,Books,413,1,2345,Credit Card,31,1,John Rivera,Female,0
13738,2023-01-17 13:14:36,Electronics,396,3,937,Cash,27,0,Lauren Johnson,Female,1
13738,2022-08-29 11:55:36,Books,259,4,2598,PayPal,27,1,Lauren Johnson,Female,1
""", "activity", {"customer_id": "Customer ID", "date": "Purchase Date", "value": "Total Purchase Amount", "quantity": "Quantity", "unit_price": "Product Price"}),
    Case("mall_invoices.csv", """
invoice_no,customer_id,gender,age,category,quantity,price,payment_method,invoice_date,shopping_mall
I138884,C241288,Female,28,Clothing,5,1500.4,Credit Card,5/8/2022,Kanyon
I317333,C111565,Male,21,Shoes,3,1800.51,Debit Card,12/12/2021,Forum
I127801,C266599,Male,20,Clothing,1,300.08,Cash,9/11/2021,Metrocity
I173702,C988172,Female,66,Shoes,5,3000.85,Credit Card,16/05/2021,Metropol
""", "activity", {"order_id": "invoice_no", "customer_id": "customer_id", "date": "invoice_date", "quantity": "quantity", "unit_price": "price"}, orders={"date": "dmy"}),
    Case("bank_vintage.csv", """
customer_id,vintage,age,gender,dependents,occupation,city,branch_code,current_balance,previous_month_end_balance,average_monthly_balance_prevQ,churn,last_transaction
1,2101,66,Male,0,self_employed,187,755,1458.71,1458.71,1458.71,0,2019-05-21
2,2348,35,Male,0,self_employed,,3214,5390.37,8704.66,7799.26,0,2019-11-01
4,2194,31,Male,0,salaried,146,41,3913.16,5815.29,4910.17,1,
5,2329,90,,,self_employed,1020,582,2291.91,2291.91,2084.54,1,2019-08-06
""", "customers", {"customer_id": "customer_id", "tenure_months": "vintage", "churned": "churn", "last_active_date": "last_transaction"},
         traps={"mrr": "average_monthly_balance_prevQ", "revenue_total": "current_balance"}),
    Case("web_events.csv", """
event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session
2019-10-01 00:00:00 UTC,view,44600062,2103807459595387724,,shiseido,35.79,541312140,72d76fde-8bb3-4e00-8c23-a032dfed738c
2019-10-01 00:00:05 UTC,view,3900821,2053013552326770905,appliances,aqua,33.20,554748717,9333dfbd-b87a-4708-9857-6336556b0fcc
2019-10-01 00:01:01 UTC,cart,17200506,2053013559792632471,furniture,,543.10,519107250,566511c2-e2e3-422b-b695-cf8e6e792ca8
2019-10-01 00:02:04 UTC,purchase,1307067,2053013558920217191,computers,lenovo,251.74,550050854,7c90fc70-0e80-4590-96f3-13c02c18c713
2019-10-01 00:03:04 UTC,purchase,1307067,2053013558920217191,computers,lenovo,251.74,541312140,c6bd7419-2748-4c56-95b4-8cec9ff8b80d
""", "activity", {"customer_id": "user_id", "date": "event_time", "kind": "event_type"}, traps={"customer_id": "user_session"}),
    Case("rfm_table.csv", """
CustomerID,Recency,Frequency,Monetary
12346,326,1,77183.6
12347,2,182,4310.0
12348,75,31,1797.24
12349,19,73,1757.55
""", "customers", {"customer_id": "CustomerID", "revenue_total": "Monetary"}, traps={"last_active_date": "Recency"}),
    Case("subscribed_members_export.csv", """
Email Address,First Name,Last Name,Phone Number,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,LAST_CHANGED,TAGS
ann@x.example,Ann,Ayre,555-010-2233,2,2021-01-05 10:00:00,10.0.0.1,2021-01-05 10:05:00,2023-02-02 10:00:00,vip
bo@x.example,Bo,Bell,555-010-2234,4,2021-02-15 10:00:00,10.0.0.2,2021-02-15 10:05:00,2023-03-02 10:00:00,
cy@x.example,Cy,Crane,555-010-2235,3,2022-03-25 10:00:00,10.0.0.3,2022-03-25 10:05:00,2023-04-02 10:00:00,
""", "customers|leads", {}, traps={"nps": "MEMBER_RATING"}, dropped=("Phone Number",)),
    Case("intercom_users.csv", """
Name,Email,User ID,Signed up,First Seen,Last seen,Web sessions,City,Country,Company name,Plan
Ann Ayre,ann@x.example,u1,2022-01-05,2022-01-05,2024-05-01,120,Bonn,Germany,Acme,Pro
Bo Bell,bo@x.example,u2,2022-06-17,2022-06-17,2024-04-11,30,Paris,France,Bolt,Free
Cy Crane,cy@x.example,u3,2023-03-28,2023-03-28,2024-05-02,75,Rome,Italy,Cray,Pro
""", "customers", {"customer_id": "User ID", "start_date": "Signed up", "last_active_date": "Last seen", "usage": "Web sessions", "plan": "Plan"},
         dropped=("Email",)),
    Case("paypal_download.csv", """
Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Item Title,Balance
03/14/2024,10:00:00,PST,Ann Ayre,Express Checkout Payment,Completed,USD,25.00,-1.03,23.97,ann@x.example,shop@x.example,9AB1,Mug,1000.00
03/15/2024,12:00:00,PST,Bo Bell,Express Checkout Payment,Completed,USD,40.00,-1.46,38.54,bo@x.example,shop@x.example,9AB2,Plate,1038.54
03/20/2024,09:00:00,PST,Ann Ayre,Payment Refund,Completed,USD,-25.00,0.00,-25.00,ann@x.example,shop@x.example,9AB3,Mug,1013.54
03/22/2024,09:00:00,PST,Cy Crane,Express Checkout Payment,Pending,USD,12.00,-0.65,11.35,cy@x.example,shop@x.example,9AB4,Spoon,1024.89
""", "activity", {"date": "Date", "value": "Gross|Net", "order_id": "Transaction ID", "customer_id": "From Email Address|Name", "currency": "Currency", "status": "Status"},
         traps={"value": "Balance"}, orders={"date": "mdy"}),
    Case("xero_invoices.csv", """
ContactName,EmailAddress,InvoiceNumber,InvoiceDate,DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,Description,Quantity,UnitAmount,Currency,Status
Acme,ann@acme.example,INV-1,14/03/2024,28/03/2024,250.00,250.00,0.00,Plan,1,250.00,GBP,Paid
Bolt,bo@bolt.example,INV-2,20/03/2024,03/04/2024,99.00,0.00,99.00,Plan,1,99.00,GBP,Authorised
Acme,ann@acme.example,INV-3,14/04/2024,28/04/2024,250.00,250.00,0.00,Plan,1,250.00,GBP,Paid
""", "activity", {"order_id": "InvoiceNumber", "date": "InvoiceDate", "value": "Total", "customer_id": "ContactName|EmailAddress", "currency": "Currency"},
         traps={"date": "DueDate"}, orders={"date": "dmy"}),
    Case("quickbooks_sales.csv", """
Date,Transaction Type,Num,Customer,Memo/Description,Amount,Balance
01/05/2024,Invoice,1001,Acme,January,250.00,250.00
01/17/2024,Invoice,1002,Bolt,January,99.00,349.00
02/05/2024,Credit Memo,1003,Acme,Refund,-50.00,299.00
""", "activity", {"date": "Date", "customer_id": "Customer", "value": "Amount"}, traps={"value": "Balance"}, orders={"date": "mdy"}),
    Case("support_satisfaction.csv", """
Ticket ID,Customer Name,Customer Email,Customer Age,Product Purchased,Date of Purchase,Ticket Type,Ticket Subject,Ticket Status,Ticket Priority,Ticket Channel,First Response Time,Time to Resolution,Customer Satisfaction Rating
1,Marisa Obrien,m@x.example,32,GoPro,2021-03-22,Technical issue,Setup,Pending,Critical,Social media,2023-06-01 12:15:36,,
2,Jessica Rios,j@x.example,42,LG TV,2021-05-22,Technical issue,Setup,Closed,Critical,Chat,2023-06-01 16:45:38,2023-06-01 18:05:38,3
3,Chris Robbins,c@x.example,48,Dell XPS,2020-07-14,Technical issue,Network,Closed,Low,Social media,2023-06-01 11:14:38,2023-06-01 15:05:38,1
""", "activity|surveys", {"customer_id": "Customer Email|Customer Name"}, traps={"customer_id": "Ticket ID", "date": "Date of Purchase"}),
    Case("hr_attrition.csv", """
Age,Attrition,BusinessTravel,Department,DistanceFromHome,EmployeeNumber,Gender,JobRole,MonthlyIncome,YearsAtCompany
41,Yes,Travel_Rarely,Sales,1,1,Female,Sales Executive,5993,6
49,No,Travel_Frequently,Research,8,2,Male,Research Scientist,5130,10
37,Yes,Travel_Rarely,Research,2,4,Male,Laboratory Technician,2090,0
""", "unknown", {}, traps={"customer_id": "EmployeeNumber", "mrr": "MonthlyIncome"}),
    Case("gym_no_id.csv", """
gender,Near_Location,Partner,Promo_friends,Phone,Contract_period,Group_visits,Age,Avg_additional_charges_total,Month_to_end_contract,Lifetime,Churn
1,1,1,1,0,6,1,29,14.22,5.0,3,0
0,1,0,0,1,12,1,31,112.9,12.0,7,0
0,1,1,0,1,1,0,28,129.4,1.0,2,1
""", "unknown", {}),
    Case("calls_cell.csv", """
CustomerID,Churn,MonthlyRevenue,MonthlyMinutes,TotalRecurringCharge,CustomerCareCalls,MonthsInService,ActiveSubs,ServiceArea,HandsetPrice,CreditRating
3000002,Yes,24.00,219,22,0,61,1,SEAPOR503,30,1-Highest
3000010,Yes,16.99,10,17,0,58,1,PITHOM412,30,4-Medium
3000014,No,38.00,8,38,0,60,1,MILMIL414,Unknown,3-Good
3000022,No,82.28,1312,75,0,59,2,PITHOM412,10,4-Medium
""", "customers", {"customer_id": "CustomerID", "churned": "Churn", "mrr": "MonthlyRevenue", "tenure_months": "MonthsInService", "tickets": "CustomerCareCalls"},
         traps={"mrr": "HandsetPrice"}),
    Case("saas_sheet.csv", """
Account Name,CSM,ARR,MRR,Plan,Licenses,Active Users,Renewal Date,NPS,Health Score,Last Login,Open Tickets,Referrals,Status
Acme,Pia,36000,3000,Enterprise,50,41,2025-06-30,9,88,2024-12-01,2,3,Active
Bolt,Jon,6000,500,Team,10,2,2025-02-15,4,31,2024-09-20,7,0,Churned
Cray,Pia,12000,1000,Team,20,18,2025-11-01,8,75,2024-12-03,0,1,Active
""", "customers", {"customer_id": "Account Name", "owner": "CSM", "mrr": "MRR", "plan": "Plan", "seats": "Licenses", "seats_active": "Active Users",
                   "renewal_date": "Renewal Date", "nps": "NPS", "last_active_date": "Last Login", "tickets": "Open Tickets", "referrals": "Referrals", "churned": "Status"},
         traps={"mrr": "ARR", "csat": "Health Score"}, left=("Churned",)),
    Case("airline_satisfaction.csv", """
id,Gender,Customer Type,Age,Type of Travel,Class,Flight Distance,Inflight wifi service,Seat comfort,Departure Delay in Minutes,satisfaction
70172,Male,Loyal Customer,13,Personal Travel,Eco Plus,460,3,5,25,neutral or dissatisfied
5047,Male,disloyal Customer,25,Business travel,Business,235,3,1,1,neutral or dissatisfied
110028,Female,Loyal Customer,26,Business travel,Business,1142,2,5,0,satisfied
""", "customers|surveys|unknown", {}),
    Case("ambiguous_days.csv", """
customer_id,order_date,amount
C1,01/02/2024,10
C2,03/04/2024,20
C1,05/06/2024,30
C3,07/08/2024,15
""", "activity", {"customer_id": "customer_id", "date": "order_date", "value": "amount"}, orders={"date": "ask"}, asks="date_order"),
    Case("warehouse.csv", """
Bin,Weight kg,Checked by,Temperature
A-1,12.5,Tom,4.2
A-2,10.1,Tom,4.4
B-1,8.75,Sue,3.9
""", "unknown", {}),
    Case("country_codes.csv", """
Country,ISO2,ISO3,Population,Capital
Germany,DE,DEU,83000000,Berlin
France,FR,FRA,67000000,Paris
Italy,IT,ITA,59000000,Rome
""", "unknown", {}),
    Case("marketing_budget.csv", """
Month,Program,Channel,Budget,Actual spend,Purpose
2024-01,Spring fair,Events,5000,4800,acquisition
2024-02,Newsletter,Email,800,640,retention
2024-03,Search,Google,3000,3150,acquisition
""", "spend", {"date": "Month", "program": "Program", "channel": "Channel", "amount": "Actual spend"}, orders={"date": "ym"}),
    Case("wide_subscribers.tsv", """
Subscriber Key\tJoin Date\tExit Date\tPlan Name\tMonthly Price\tSeats
S1\t13.01.2022\t\tGold\t49\t5
S2\t20.05.2022\t28.02.2023\tSilver\t19\t1
S3\t07.09.2023\t\tGold\t49\t8
""", "customers|subscriptions", {"customer_id": "Subscriber Key", "start_date": "Join Date", "end_date": "Exit Date", "plan": "Plan Name", "mrr": "Monthly Price", "seats": "Seats"},
         orders={"start_date": "dmy"}),
)
